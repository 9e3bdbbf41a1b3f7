/** Folded, by sound, in either order, without a company's form; the other keys bring together too much. */
const telling = /^[krtb]:/;

/** The keys under which names meet, each with the part of a series that it names; those of one letter, or of none, say too little. Names are given by what the index keeps of them. */
export const blocksOf = (names: readonly string[]): readonly string[] => [...new Set(names.flatMap(blocksOfName))];

function blocksOfName(keys: string): readonly string[] {
  const words = keys.split(' ');
  const part = words.filter((word) => word.startsWith('q:')).join(' ');
  return words.flatMap((key) => (telling.test(key) && [...key].length >= 4 ? [`${key.slice(2)} ${part}`.trimEnd()] : []));
}

/** A key that more things share than this tells nobody apart. */
export const largestBlock = 30;
