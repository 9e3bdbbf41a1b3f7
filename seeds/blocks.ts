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

/** Pairs of things that share a key, each once: found by their blocks, never by comparing all with all. */
export function* pairsIn<Thing extends { readonly id: string; readonly keys: readonly string[] }>(
  things: Iterable<Thing>,
): Iterable<readonly [Thing, Thing]> {
  const blocks = new Map<string, Thing[]>();
  for (const thing of things) for (const key of thing.keys) (blocks.get(key) ?? newBlock(blocks, key)).push(thing);
  const seen = new Set<string>();
  for (const block of blocks.values()) {
    if (block.length > largestBlock) continue;
    for (const one of block) {
      for (const other of block) {
        const pair = `${one.id} ${other.id}`;
        if (one.id >= other.id || seen.has(pair)) continue;
        seen.add(pair);
        yield [one, other];
      }
    }
  }
}

function newBlock<Thing>(blocks: Map<string, Thing[]>, key: string): Thing[] {
  const block: Thing[] = [];
  blocks.set(key, block);
  return block;
}
