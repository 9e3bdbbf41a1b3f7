/** What is asked for. */
export type Kind = 'WORK' | 'SONG' | 'ARTIST' | 'ORGANIZATION';

/** One name to be resolved, with the answer that is true. */
export interface Ask {
  readonly text: string;
  /** Where it is not the set's. */
  readonly kind?: Kind;
  /** Given only in the run that tells the year. */
  readonly year?: number | undefined;
  readonly artist?: string | undefined;
  /** The id that the product gives the thing; null where nothing in the graph is meant, or several things are. */
  readonly truth: string | null;
  /** Further things of just this name, which are as right. */
  readonly also?: readonly string[];
  /** Several things are meant, and only AMBIGUOUS is right. */
  readonly ambiguous?: boolean;
  /** A language or form that is reported apart. */
  readonly language?: string;
}

/** Which names a set's graph lacks: none (the default data) or those that are asked for. */
export type Graph = 'default' | 'hidden';

export interface EvalSet {
  readonly name: string;
  readonly kind: Kind;
  readonly graph: Graph;
  readonly asks: readonly Ask[];
}
