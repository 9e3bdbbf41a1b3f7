import type { Into } from './into.js';
import { cutOff, type Loaded, Loader, type LoadOptions } from './loader.js';
import type { DataSource } from './source.js';

/** A source whose turn comes to be loaded, with how. */
export interface Turn {
  readonly source: DataSource;
  readonly path: string;
  readonly options: LoadOptions;
}

interface InTurn {
  /** Sources that are in already: of them only what follows is left to be done. */
  readonly isIn: (key: string) => boolean;
  /** Is told of each source when it is in. */
  readonly onLoaded: (loaded: Loaded) => void;
}

/**
 * Loads sources one after the other. What follows from one for others is done before the next, which links what it brings by it. Only where one of them
 * was cut off before, nothing is done until that one is in: the rest of it is linked in the graph that its first part was linked in, and so comes to the same.
 * Gives how many records were told that had waited for others.
 */
export async function loadInTurn(into: Into, turns: readonly Turn[], { isIn, onLoaded }: InTurn): Promise<number> {
  const cut = await cutOff(into);
  const awaited = new Set(turns.map(({ source }) => source.key).filter((key) => cut.has(key)));
  let answered = 0;
  for (const { source, path, options } of turns) {
    const loader = new Loader(into, options);
    if (!isIn(source.key)) onLoaded(await loader.bring(source, path));
    awaited.delete(source.key);
    if (awaited.size === 0) answered += await loader.finish();
  }
  return answered;
}
