import type { PlainGraph } from './plainGraph.js';

/** How much each thing of a graph has to do with one of them, by their numbers. */
export type PlainRanking = (graph: PlainGraph, from: number) => Float64Array;

const none = new Int32Array();

/** The number of things joined with it, whatever is asked about. */
export const popularity: PlainRanking = ({ neighbours }) => Float64Array.from(neighbours, ({ length }) => length);

const overNeighbours =
  (weight: (degree: number) => number): PlainRanking =>
  ({ neighbours }, from) => {
    const scores = new Float64Array(neighbours.length);
    for (const between of neighbours[from] ?? none) {
      const beyond = neighbours[between] ?? none;
      for (const to of beyond) scores[to] = (scores[to] ?? 0) + weight(beyond.length);
    }
    return scores;
  };

/** Paths of three steps, the things on the way divided by the root of their degree: the usual measure where like things are not joined themselves. */
const threeSteps: PlainRanking = ({ neighbours }, from) => {
  const scores = new Float64Array(neighbours.length);
  for (const first of neighbours[from] ?? none) {
    const near = neighbours[first] ?? none;
    for (const second of near) {
      if (second === from) continue;
      const far = neighbours[second] ?? none;
      const weight = 1 / Math.sqrt(near.length * far.length);
      for (const to of far) if (to !== first) scores[to] = (scores[to] ?? 0) + weight;
    }
  }
  return scores;
};

const damping = 0.85;
const rounds = 30;

/** Where somebody is who walks at random and now and then begins anew. What is joined with nothing stays where it is. */
const personalisedPageRank: PlainRanking = ({ neighbours }, from) => {
  let ranks = new Float64Array(neighbours.length);
  ranks[from] = 1;
  for (let round = 0; round < rounds; round += 1) {
    const next = new Float64Array(neighbours.length);
    next[from] = 1 - damping;
    neighbours.forEach((beyond, at) => {
      const share = (damping * (ranks[at] ?? 0)) / beyond.length;
      if (share > 0) for (const to of beyond) next[to] = (next[to] ?? 0) + share;
    });
    ranks = next;
  }
  return ranks;
};

export const plainRankings: Readonly<Record<string, PlainRanking>> = {
  'common neighbours': overNeighbours(() => 1),
  'Adamic-Adar': overNeighbours((degree) => 1 / Math.log(degree)),
  'three steps': threeSteps,
  'personalised PageRank': personalisedPageRank,
};
