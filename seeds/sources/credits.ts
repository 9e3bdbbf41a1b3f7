/** One whom a string of artists names, as far as the string tells. */
export interface Credit {
  readonly name: string;
  /** The same name in other letters: `導凰(TAO)`. */
  readonly alsoNamed: string | null;
  readonly role: 'PERFORMER' | 'FEATURED';
  /** Where it is more than the name: `Alice (CV: Bob)`. */
  readonly creditedAs: string | null;
  /** The character that the artist sings as. */
  readonly character: string | null;
  /** Who sings in a unit of characters; empty where it is no such unit, or the string doesn't tell. */
  readonly members: readonly Member[];
}

export interface Member {
  readonly name: string;
  readonly character: string | null;
}

/** One act each, though their names look like lists. */
const indivisible = [
  'MYTH & ROID',
  'Kishida Kyoudan & The Akeboshi Rockets',
  'Fear, and Loathing in Las Vegas',
  'Wake Up, Girls!',
  'Run Girls, Run!',
  'CHiCO with HoneyWorks',
] as const;

/** What stands between artists. `x` and `with` only in small letters: TOMORROW X TOGETHER and MAN WITH A MISSION are acts. */
const between = /(?: & |\s*＆\s*| x | with |\s*(?<!×)×(?!×)\s*|,\s*|、| \/ |\s*／\s*)/y;
const guests = /\s*[(（]?(?:\bfeat\.|\bfeaturing\b|\bft\.)\s*/i;
/** `SawanoHiroyuki[nZk]:Laco`: who sings for him. */
const singers = /(?<=\S\]):/;

/** Takes a string of artists apart: `A & B`, `A×B`, `A feat. B`, `A (CV: B)`, `Unit [A, B]`. */
export function creditsOf(text: string): readonly Credit[] {
  const [performers = '', ...guest] = split(text.trim(), guests, singers);
  return [
    ...listed(performers).map((part) => creditOf(part, 'PERFORMER')),
    ...guest.flatMap(listed).map((part) => creditOf(closed(part), 'FEATURED')),
  ];
}

/** A title without the guests that it names, and the guests: `LOST IN PARADISE feat. AKLO`. */
export function guestsInTitle(title: string): { readonly title: string; readonly guests: readonly Credit[] } {
  const [own = '', ...guest] = title.split(guests);
  return own === '' || guest.length === 0
    ? { title, guests: [] }
    : { title: own, guests: guest.flatMap((part) => listed(closed(part))).map((part) => creditOf(part, 'FEATURED')) };
}

/** Whether a string breaks off within brackets: `F/ACE [Tamon Fukuhara`. */
export const breaksOff = (text: string): boolean => /\s[[(（][^\])）]*$/.test(text);

/** At the first of the marks that is found outside of brackets. */
function split(text: string, ...marks: readonly RegExp[]): readonly string[] {
  for (const mark of marks) {
    const found = mark.exec(text);
    if (found && found.index > 0 && !isWithinBrackets(text, found.index))
      return [text.slice(0, found.index), text.slice(found.index + found[0].length)];
  }
  return [text];
}

const depthOf = (text: string) => [...text].reduce((depth, sign) => depth + ('([（［'.includes(sign) ? 1 : ')]）］'.includes(sign) ? -1 : 0), 0);
const isWithinBrackets = (text: string, index: number) => depthOf(text.slice(0, index)) > 0;

/** A guest stands in brackets that were opened before: `(feat. AKLO)`. */
const closed = (text: string) => (depthOf(text) < 0 ? text.replace(/\s*[)）]$/, '') : text);

function listed(text: string): readonly string[] {
  const parts: string[] = [];
  let start = 0;
  let at = 0;
  while (at < text.length) {
    const act = at === start ? indivisible.find((name) => text.startsWith(name, at)) : undefined;
    between.lastIndex = at;
    const mark = act || isWithinBrackets(text, at) ? null : between.exec(text);
    if (mark && at > start) {
      parts.push(text.slice(start, at));
      start = at + mark[0].length;
    }
    at = mark && at > 0 ? at + mark[0].length : at + (act?.length ?? 1);
  }
  return [...parts, text.slice(start)].map((part) => part.trim()).filter((part) => part !== '');
}

const voiced = /^(.+?)\s*[(（]\s*(?:C\.?V\.?|VO)\s*[.:：]?\s*(.+?)\s*[)）]$/i;
const unit = /^(.+?)\s+[[［](.+)[\]］]$/;
const unitInBrackets = /^(.+?)\s*[(（]((?:[^()（）]*[(（]\s*C\.?V[^()（）]*[)）]\s*,?\s*)+)[)）]$/i;
const bracketed = /^(.*?\p{L}.*?)\s*[(（]([^()（）]*\p{L}[^()（）]*)[)）]$/u;
const brokenOff = /^(.+?)\s+[[(（][^\])）]*$/;
const ofGroup = /^(.+?) from (.+)$/;

const plain = { alsoNamed: null, creditedAs: null, character: null, members: [] } as const;

function creditOf(text: string, role: Credit['role']): Credit {
  const characters = unitInBrackets.exec(text) ?? unit.exec(text);
  if (characters) return { ...plain, name: characters[1] ?? text, role, creditedAs: text, members: listed(characters[2] ?? '').map(memberOf) };
  const voice = voiced.exec(text);
  if (voice) return voicedBy(voice[1] ?? '', listed(voice[2] ?? ''), text, role);
  const other = bracketed.exec(text);
  if (other?.[1] && other[2]) {
    return scriptOf(other[1]) === scriptOf(other[2])
      ? { ...plain, name: other[1], role, creditedAs: text }
      : { ...plain, name: other[1], role, alsoNamed: other[2].trim() };
  }
  const name = (brokenOff.exec(text) ?? ofGroup.exec(text))?.[1];
  return name === undefined ? { ...plain, name: text, role } : { ...plain, name, role, creditedAs: text };
}

function voicedBy(character: string, voices: readonly string[], creditedAs: string, role: Credit['role']): Credit {
  const [voice = ''] = voices;
  return voices.length === 1
    ? { ...plain, name: voice, role, creditedAs, character }
    : { ...plain, name: character, role, creditedAs, members: voices.map((name) => ({ name, character: null })) };
}

function memberOf(text: string): Member {
  const voice = voiced.exec(text);
  return voice ? { name: voice[2] ?? '', character: voice[1] ?? null } : { name: text, character: null };
}

function scriptOf(text: string): 'HANGUL' | 'JAPANESE' | 'OTHER' {
  if (/\p{Script=Hangul}/u.test(text)) return 'HANGUL';
  return /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text) ? 'JAPANESE' : 'OTHER';
}
