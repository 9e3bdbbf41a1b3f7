import { request } from 'undici';
import { z } from 'zod';
import { upTo } from '../graphWorld.js';
import type { Request } from '../peer.js';
import { evenly, randomOf } from '../random.js';
import { drawTerm } from './expressions.js';
import { pageOf } from './pages.js';
import { type Term, termId } from './taxonomy.js';

export interface Factor {
  readonly factor: string;
  readonly weight: number;
}

interface Variables {
  readonly text?: string;
  readonly factors?: readonly Factor[];
}

type Kind = 'SONG' | 'CAMPAIGN';

/** Questions of one form, asked again and again with other texts or terms. */
export interface Workload {
  readonly name: string;
  readonly questions: readonly Request[];
}

const different = 500;
const chosen = 5;

const named: Readonly<Record<Kind, string>> = { SONG: '... on Song { id title { text } }', CAMPAIGN: '... on Campaign { id name { text } }' };

const whole = (kind: Kind) => `score node { ${named[kind]} } reasons { weight text }`;
const light = 'score node { id }';

/** One question of `match` as it is sent. */
export function question(kind: Kind, variables: Variables, selection: string = light): Request {
  const query = `query ($text: String, $factors: [FactorWeightInput!]) { match(text: $text, factors: $factors, kinds: [${kind}], first: 20) { ${selection} } }`;
  return { path: '/graphql', body: JSON.stringify({ query, variables }) };
}

export const pages = (terms: readonly Term[]): readonly string[] => {
  const curated = terms.filter(({ names }) => names.length > 0);
  return Array.from(upTo(different), (n) => pageOf(n, curated));
};

/** Five chosen terms, each more or less wanted. */
export function choice(n: number, terms: number): readonly Factor[] {
  const random = randomOf('choice', n);
  const drawn = new Set<number>();
  while (drawn.size < chosen) drawn.add(drawTerm(random, terms));
  return Array.from(drawn, (term) => ({ factor: termId(term), weight: (1 + evenly(random, 10)) / 10 }));
}

export function workloads(terms: readonly Term[]): readonly Workload[] {
  const texts = pages(terms).map((text) => ({ text }));
  const choices = Array.from(upTo(different), (n) => ({ factors: choice(n, terms.length) }));
  const asked = (kind: Kind, all: readonly Variables[], selection: string) => all.map((variables) => question(kind, variables, selection));
  return [
    { name: 'text, campaigns', questions: asked('CAMPAIGN', texts, whole('CAMPAIGN')) },
    { name: 'text, campaigns, ids only', questions: asked('CAMPAIGN', texts, light) },
    { name: 'text, songs', questions: asked('SONG', texts, whole('SONG')) },
    { name: 'text, songs, ids only', questions: asked('SONG', texts, light) },
    { name: 'terms, songs', questions: asked('SONG', choices, whole('SONG')) },
    { name: 'terms, songs, ids only', questions: asked('SONG', choices, light) },
  ];
}

const answerModel = z.object({ data: z.object({ match: z.array(z.object({ node: z.object({ id: z.string() }) })) }) });

/** The ids of what fits best. It waits as long as the server needs to read the graph. */
export async function ask(origin: string, { path, body }: Request): Promise<readonly string[]> {
  const headers = { 'content-type': 'application/json' };
  const response = await request(`${origin}${path}`, { method: 'POST', headers, body, headersTimeout: 1_200_000 });
  const text = await response.body.text();
  const answer = answerModel.safeParse(JSON.parse(text));
  if (answer.success) return answer.data.data.match.map(({ node }) => node.id);
  throw new Error(`match must be answered without errors, but to ${body} the server said ${text.slice(0, 1000)}.`);
}
