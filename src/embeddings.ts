import { z } from 'zod';

/** Where embeddings come from: a service that speaks OpenAI's protocol, such as one that runs beside this server. */
export interface EmbeddingService {
  /** Up to and without /embeddings. */
  readonly url: string;
  readonly model: string;
  readonly key?: string | undefined;
}

/** The vector of each text, in their order, of length 1. */
export type Embed = (texts: readonly string[]) => Promise<readonly Float32Array[]>;

const answerModel = z.object({ data: z.array(z.object({ index: z.int(), embedding: z.array(z.number()).min(1) })) });

/** Services take no more at once. */
const batch = 256;
/** ms. */
const patience = 10_000;

/** Asks a service. Throws where it can't be reached in ten seconds, refuses, or gives something else than a vector for each text. */
export function embedOver(service: EmbeddingService): Embed {
  return async (texts) => {
    const vectors: Float32Array[] = [];
    for (let from = 0; from < texts.length; from += batch) vectors.push(...(await embedded(service, texts.slice(from, from + batch))));
    return vectors;
  };
}

async function embedded({ url, model, key }: EmbeddingService, input: readonly string[]): Promise<readonly Float32Array[]> {
  const response = await fetch(`${url.replace(/\/$/, '')}/embeddings`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(key !== undefined && { authorization: `Bearer ${key}` }) },
    body: JSON.stringify({ model, input }),
    signal: AbortSignal.timeout(patience),
  });
  if (!response.ok)
    throw new Error(`${url} must give embeddings by ${model}, but answered ${response.status}: ${(await response.text()).slice(0, 300)}`);
  const { data } = answerModel.parse(await response.json());
  const vectors = data.toSorted((one, other) => one.index - other.index).map(({ embedding }) => ofLengthOne(embedding));
  if (vectors.length !== input.length || vectors.some(({ length }) => length !== vectors[0]?.length))
    throw new Error(`${url} must give a vector for each of ${input.length} texts, all of as many numbers, but gave ${vectors.length}.`);
  return vectors;
}

function ofLengthOne(vector: readonly number[]): Float32Array {
  const length = Math.hypot(...vector) || 1;
  return Float32Array.from(vector, (number) => number / length);
}
