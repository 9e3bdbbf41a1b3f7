import { request } from 'undici';
import { z } from 'zod';
import type { Competitor } from './competitor.js';
import type { Scored } from './question.js';

const likesModel = z.array(z.object({ score: z.number(), to: z.object({ id: z.string() }) }));
const answerModel = z.object({ data: z.union([z.object({ likes: likesModel }), z.object({ from: z.object({ likes: likesModel }) })]) });

/** Our own answers, asked of a server one after the other. */
export const product = (origin: string): Competitor => ({
  name: 'Musubi',
  likes: async ({ document }, of) => {
    const answers: (readonly Scored[])[] = [];
    for (const id of of) answers.push(await likesOf(origin, document, id));
    return answers;
  },
});

async function likesOf(origin: string, query: string, id: string): Promise<readonly Scored[]> {
  const response = await request(`${origin}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables: { id } }),
  });
  const text = await response.body.text();
  const answer = answerModel.safeParse(JSON.parse(text));
  if (!answer.success) throw new Error(`What is like ${id} must be told without errors, but the answer is ${text.slice(0, 1000)}.`);
  const { data } = answer.data;
  return ('from' in data ? data.from : data).likes.map(({ score, to }) => ({ id: to.id, score }));
}
