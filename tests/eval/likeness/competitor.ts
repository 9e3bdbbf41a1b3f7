import { drawn } from '../chance.js';
import type { PlainGraph } from './plainGraph.js';
import { type PlainRanking, popularity } from './plainRankings.js';
import { longest, type Scored, type Task } from './question.js';

/** A way to tell what is like or near a thing. */
export interface Competitor {
  readonly name: string;
  /** For each thing, those of the task's type that have most to do with it, the most first; none more than once, nor the thing itself. */
  readonly likes: (task: Task, of: readonly string[]) => Promise<readonly (readonly Scored[])[]>;
}

/** The best of some, at most as many as an answer may hold; equals in an order by chance that is always the same. */
export function best(all: readonly Scored[], of: string): readonly Scored[] {
  const least = all.map(({ score }) => score).sort((one, other) => other - one)[longest - 1] ?? 0;
  const near = all.filter(({ score }) => score >= least).map((each) => ({ ...each, draw: drawn(of, each.id) }));
  return near
    .sort((one, other) => other.score - one.score || one.draw - other.draw)
    .slice(0, longest)
    .map(({ id, score }) => ({ id, score }));
}

/** A ranking that is computed here, on the graph as it was read. */
export const plain = (name: string, ranking: PlainRanking, graph: PlainGraph): Competitor => ({
  name,
  likes: async ({ to }, of) => {
    const candidates = graph.ofType(to);
    return of.map((id) => {
      const from = graph.numberOf.get(id);
      if (from === undefined) return [];
      const scores = ranking(graph, from);
      const reached = candidates.filter((number) => number !== from && (scores[number] ?? 0) > 0);
      return best(
        reached.map((number) => ({ id: graph.ids[number] ?? '', score: scores[number] ?? 0 })),
        id,
      );
    });
  },
});

/** The best known, whatever is asked about: of terms, those that most things of the type express. */
export function bestKnown(graph: PlainGraph): Competitor {
  const byDegree = plain('popularity', popularity, graph);
  return {
    name: byDegree.name,
    likes: async (task, of) => {
      if (!task.terms) return byDegree.likes(task, of);
      const all = [...task.terms.keys()].map((id) => ({ id, score: 1 }));
      return of.map(() => all);
    },
  };
}
