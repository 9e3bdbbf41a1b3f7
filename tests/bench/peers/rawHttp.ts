import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { knownDocumentOf } from '../longTail.js';
import type { Variables } from '../operation.js';
import { operations } from '../operations.js';
import type { Statement } from '../statement.js';

export type Answer = (statement: Statement, variables: Variables) => Promise<unknown>;

const named = new Map(operations.map(({ name, raw }) => [`/${name}`, raw]));

/** Each operation has a path of its own, as somebody makes it who knows beforehand what will be asked: /Q1 …, /T7 for the long tail. */
function statementAt(path: string): Statement {
  return named.get(path) ?? knownDocumentOf(Number(path.slice(2))).raw;
}

/** Bare node:http: the variables as the body, the data as the answer. Resolves to the port. */
export function serveRaw(answer: Answer): Promise<number> {
  const server = createServer((request, response) => {
    respond(answer, request, response).catch((error: unknown) => {
      console.error(error);
      response.writeHead(500).end('{"errors":[{"message":"The raw peer failed; its error is in the log."}]}');
    });
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}

async function respond(answer: Answer, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const variables: Variables = JSON.parse(Buffer.concat(chunks).toString());
  const data = await answer(statementAt(request.url ?? ''), variables);
  const body = JSON.stringify({ data });
  response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'content-length': Buffer.byteLength(body) }).end(body);
}
