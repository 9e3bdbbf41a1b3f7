import { request } from 'undici';
import { z } from 'zod';
import type { Ask, Kind } from './ask.js';

const document = `query Resolve($names: [NameInput!]!) {
  resolve(names: $names) { status candidates { confidence rules matchedName { text } node { id } } }
}`;

const candidateModel = z.object({
  confidence: z.number().min(0).max(1),
  rules: z.array(z.string()),
  matchedName: z.object({ text: z.string() }),
  node: z.object({ id: z.string() }),
});

const resolutionModel = z.object({ status: z.enum(['MATCHED', 'AMBIGUOUS', 'NOT_FOUND']), candidates: z.array(candidateModel) });

const answerModel = z.object({ data: z.object({ resolve: z.array(resolutionModel) }) });

/** What a name came out as, best candidate first. */
export type Resolution = z.output<typeof resolutionModel>;

/** A name with what else is told of it. */
export type Question = Pick<Ask, 'text' | 'year' | 'artist'> & { readonly kind: Kind };

/** Asks a server for many names at once; in the order asked. */
export async function resolve(origin: string, questions: readonly Question[]): Promise<readonly Resolution[]> {
  const names = questions.map(({ text, kind, year, artist }) => ({ text, kind, year, artist }));
  const response = await request(`${origin}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: document, variables: { names } }),
  });
  const text = await response.body.text();
  const answer = answerModel.safeParse(JSON.parse(text));
  if (!answer.success) throw new Error(`${names.length} names must be resolved without errors, but the answer is ${text.slice(0, 1000)}.`);
  return answer.data.data.resolve;
}
