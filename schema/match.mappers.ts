import type { Matched } from '../src/graph/matching.js';
import type { TermRead } from '../src/graph/sheets.js';

export type MatchMapper = Matched;
export type SpokenFactorMapper = {
  readonly factor: TermRead['record'];
  readonly intensity: number;
  readonly isDenied: boolean;
  readonly words: readonly string[];
};
