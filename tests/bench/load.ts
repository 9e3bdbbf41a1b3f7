import { Pool } from 'undici';
import type { Request } from './peer.js';

/** What came of a load: how many answers in how long, and how long each took. */
export interface Load {
  readonly answers: number;
  readonly seconds: number;
  /** ms, in no order. */
  readonly latencies: readonly number[];
}

/**
 * A closed loop: so many connections, each of which asks its next question when it has the answer to the last one.
 * Every answer must be 200 and hold no errors. It ends after so many seconds, or when it is told.
 */
export async function load(origin: string, next: () => Request, concurrency: number, until: number | (() => boolean)): Promise<Load> {
  const pool = new Pool(origin, { connections: concurrency, pipelining: 1, headersTimeout: 60_000, bodyTimeout: 60_000 });
  const latencies: number[] = [];
  const start = performance.now();
  const isOver = typeof until === 'function' ? until : () => performance.now() >= start + until * 1000;
  const connection = async () => {
    while (!isOver()) latencies.push(await timed(pool, next()));
  };
  try {
    await Promise.all(Array.from({ length: concurrency }, connection));
    return { answers: latencies.length, seconds: (performance.now() - start) / 1000, latencies };
  } finally {
    await pool.destroy();
  }
}

/** ms from sending a request to the last byte of its answer. */
export function timed(pool: Pool, { path, body }: Request): Promise<number> {
  const start = performance.now();
  return new Promise((resolve, reject) => {
    let refused = '';
    pool.dispatch(
      { method: 'POST', path, headers, body },
      {
        onRequestStart: () => undefined,
        onResponseStart: (_controller, status) => {
          if (status !== 200) refused = `status ${status}`;
        },
        // Searching the bytes is enough: no name in the graph holds this with its quotes.
        onResponseData: (_controller, chunk) => {
          if (refused !== '' || chunk.includes('"errors":')) refused += ` ${chunk.toString()}`;
        },
        onResponseEnd: () => (refused === '' ? resolve(performance.now() - start) : reject(failure(path, body, refused))),
        onResponseError: (_controller, error) => reject(error),
      },
    );
  });
}

const headers = { 'content-type': 'application/json', accept: 'application/json' };

function failure(path: string, body: string, refused: string): Error {
  return new Error(`Every request of the bench must be answered without errors, but POST ${path} ${body} got ${refused.slice(0, 500)}.`);
}
