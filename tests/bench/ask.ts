import { request } from 'undici';
import { z } from 'zod';
import type { Json } from './json.js';
import type { Operation, Variables } from './operation.js';
import { type Peer, requestOf } from './peer.js';

const answerModel = z.object({ data: z.json(), errors: z.json().optional() });

/** A peer's answer, in the shape of ours. */
export async function ask(peer: Peer, operation: Operation, variables: Variables): Promise<Json> {
  const { path, body } = requestOf(peer.name, operation, variables);
  const response = await request(`${peer.origin}${path}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  const text = await response.body.text();
  const answer = answerModel.safeParse(JSON.parse(text));
  if (!answer.success || answer.data.errors !== undefined)
    throw new Error(`${peer.name} must answer ${operation.title} without errors, but to ${body} it said ${text.slice(0, 1000)}.`);
  return peer.name === 'neo4jGraphql' ? operation.neo4jGraphql.shape(answer.data.data) : answer.data.data;
}
