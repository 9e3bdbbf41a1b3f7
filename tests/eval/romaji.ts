const syllable = '(?:(?:[kgsztdnhbpmyrwjfv]|sh|ch|ts|dz|[kgnhbpmrj]y)?(?:[aeiou]|[āīūēōâîûêô])|n(?![aeiou])|[kstpc](?=[kstpc]))';
const word = new RegExp(`^(?:${syllable})+$`, 'u');
/** What stands in romaji titles without being romaji. */
const neutral = /^(?:\d+(?:st|nd|rd|th)?|[ivx]+|s\d|season|part|movie|ova|oad|ona|tv|the|special|specials)$/;

/** Whether a name in Latin letters can be read as Japanese syllables, word for word. Some English words can, so it is a guess. */
export function isRomaji(text: string): boolean {
  const words = wordsOf(text);
  const read = words.filter((each) => !neutral.test(each));
  return read.length > 0 && read.every((each) => word.test(each)) && /[a-z]{2}/i.test(text);
}

const wordsOf = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/['’]/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((each) => each !== '');
