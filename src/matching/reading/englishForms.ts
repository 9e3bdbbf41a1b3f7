const irregular: Readonly<Record<string, readonly string[]>> = {
  break: ['broke', 'broken'],
  bring: ['brought'],
  build: ['built'],
  burn: ['burnt'],
  choose: ['chose', 'chosen'],
  cling: ['clung'],
  come: ['came'],
  draw: ['drew', 'drawn'],
  dream: ['dreamt'],
  drive: ['drove', 'driven'],
  fall: ['fell', 'fallen'],
  feel: ['felt'],
  fight: ['fought'],
  find: ['found'],
  fly: ['flew', 'flown'],
  forget: ['forgot', 'forgotten'],
  get: ['got'],
  give: ['gave', 'given'],
  go: ['went', 'gone'],
  grow: ['grew', 'grown'],
  hold: ['held'],
  keep: ['kept'],
  leave: ['left'],
  lose: ['lost'],
  make: ['made'],
  mean: ['meant'],
  meet: ['met'],
  ride: ['rode', 'ridden'],
  rise: ['rose', 'risen'],
  run: ['ran'],
  say: ['said'],
  see: ['saw', 'seen'],
  sing: ['sang', 'sung'],
  sink: ['sank', 'sunk'],
  sleep: ['slept'],
  speak: ['spoke', 'spoken'],
  stand: ['stood'],
  steal: ['stole', 'stolen'],
  swing: ['swung'],
  take: ['took', 'taken'],
  tell: ['told'],
  think: ['thought'],
  wake: ['woke', 'woken'],
  wear: ['wore', 'worn'],
  weep: ['wept'],
  win: ['won'],
  write: ['wrote', 'written'],
  child: ['children'],
  wolf: ['wolves'],
  life: ['lives'],
  thief: ['thieves'],
};

/** A word or phrase as it stands in sentences: its last word, and its first, in their inflections. A form too many does no harm where nobody writes it. */
export function englishForms(phrase: string): readonly string[] {
  const words = phrase.toLowerCase().split(' ');
  const last = words.at(-1) ?? '';
  const before = words.slice(0, -1).join(' ');
  const ofLast = inflected(last).map((form) => (before === '' ? form : `${before} ${form}`));
  if (words.length === 1) return [phrase, ...ofLast];
  const after = words.slice(1).join(' ');
  return [phrase, ...ofLast, ...inflected(words[0] ?? '').map((form) => `${form} ${after}`)];
}

const suffixes = ['s', 'ed', 'ing', 'er', 'est', 'ly'];

function inflected(word: string): readonly string[] {
  if (!/^[a-z]{3,}$/.test(word)) return [word];
  return [word, ...(irregular[word] ?? []), ...suffixes.map((suffix) => joined(word, suffix)), ...nounOf(word)];
}

/** Spelling where a suffix meets the end of a word. */
function joined(word: string, suffix: string): string {
  if (suffix === 's') return /(?:s|x|z|ch|sh)$/.test(word) ? `${word}es` : word.replace(/([^aeiou])y$/, '$1ie') + suffix;
  if (suffix === 'ly')
    return (
      word
        .replace(/([^aeiou])y$/, '$1i')
        .replace(/le$/, 'l')
        .replace(/ic$/, 'ical')
        .replace(/ll$/, 'l') + suffix
    );
  if (/^(?:[^aeiou]*[aeiou][bdgklmnprtv])$/.test(word)) return word + word.at(-1) + suffix;
  if (/e$/.test(word)) return suffix === 'ing' ? (/(?:ee|oe|ye)$/.test(word) ? `${word}ing` : `${word.slice(0, -1)}ing`) : word + suffix.slice(1);
  return suffix === 'ing' ? `${word}ing` : word.replace(/([^aeiou])y$/, '$1i') + suffix;
}

/** What an adjective becomes as a noun. */
const nounOf = (word: string): readonly string[] => [`${word.replace(/([^aeiou])y$/, '$1i')}ness`];
