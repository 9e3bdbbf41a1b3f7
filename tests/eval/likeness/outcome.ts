import type { Competitor } from './competitor.js';
import { best } from './competitor.js';
import type { Question, Scored, Task } from './question.js';

/** What one competitor has made of one question. */
export interface Outcome {
  readonly task: string;
  readonly competitor: string;
  readonly of: string;
  /** The ranks of what should come back, from 1; of those that did. */
  readonly ranks: readonly number[];
  readonly truths: number;
}

/** Puts all questions of a task to a competitor. */
export async function outcomesOf(task: Task, questions: readonly Question[], competitor: Competitor): Promise<readonly Outcome[]> {
  const answers = await competitor.likes(
    task,
    questions.map(({ of }) => of),
  );
  return questions.map((question, index) => {
    const likes = answers[index] ?? [];
    const ranked = (task.terms ? termsBy(likes, task.terms, question.of) : likes).filter(({ id }) => !question.known.has(id));
    const ranks = ranked.flatMap(({ id }, place) => (question.truths.has(id) ? [place + 1] : []));
    return { task: task.name, competitor: competitor.name, of: question.of, ranks, truths: question.truths.size };
  });
}

/** How much each term is spoken for: the likeness of all that express it. */
function termsBy(likes: readonly Scored[], terms: ReadonlyMap<string, readonly string[]>, of: string): readonly Scored[] {
  const sums = new Map<string, number>();
  for (const { id, score } of likes) for (const term of terms.get(id) ?? []) sums.set(term, (sums.get(term) ?? 0) + score);
  return best(
    [...sums].map(([id, score]) => ({ id, score })),
    of,
  );
}
