import { pack } from './pack.js';

/** The tags of the answers. */
export const answers = { success: 0x70, record: 0x71, ignored: 0x7e, failure: 0x7f } as const;

/** Versions 5.6 down to 5.1: every Neo4j from 5.26 on speaks them. */
export const greeting = Buffer.from([0x60, 0x60, 0xb0, 0x17, 0, 5, 6, 5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);

const longestChunk = 0xffff;
const product = 'musubi/1';

const pullAll = framed(pack(0x3f, [{ n: -1 }]));
export const reset = framed(pack(0x0f, []));
export const goodbye = framed(pack(0x02, []));

/** Nobody reads the database's advice about statements, so it need not send any. */
export function logOn(principal: string, credentials: string): Buffer {
  const hello = { user_agent: product, bolt_agent: { product }, notifications_minimum_severity: 'OFF' };
  return Buffer.concat([framed(pack(0x01, [hello])), framed(pack(0x6a, [{ scheme: 'basic', principal, credentials }]))]);
}

/** One reading statement and the request for all its rows. */
export function statement(text: string, parameters: Readonly<Record<string, unknown>>, database: string, timeout: number): Buffer {
  return framed(pack(0x10, [text, parameters, { mode: 'r', db: database, tx_timeout: timeout }]), pullAll);
}

/** A message in chunks: each has its length before it, an empty one ends the message. Then what is already framed. */
function framed(message: Buffer, next: Buffer = Buffer.alloc(0)): Buffer {
  const chunks = Math.ceil(message.length / longestChunk);
  const frame = Buffer.allocUnsafe(message.length + 2 * chunks + 2 + next.length);
  let to = 0;
  for (let from = 0; from < message.length; from += longestChunk) {
    const size = Math.min(longestChunk, message.length - from);
    to = frame.writeUInt16BE(size, to);
    to += message.copy(frame, to, from, from + size);
  }
  next.copy(frame, frame.writeUInt16BE(0, to));
  return frame;
}
