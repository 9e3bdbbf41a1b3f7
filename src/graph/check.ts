import { z } from 'zod';

/** Gives a value that its model accepts; throws what the model says of any other. */
export type Check = (value: unknown) => unknown;

/**
 * Parsing by a model costs more than all else that is done with a row. What a model plainly accepts is seen at once; only
 * where that is in doubt is the value parsed.
 */
export function checkOf(name: string, model: z.ZodType): Check {
  const accepts = accepting(model);
  return (value) => (accepts(value) ? value : parsed(name, model, value));
}

function parsed(name: string, model: z.ZodType, value: unknown): unknown {
  const result = model.safeParse(value);
  if (result.success) return result.data;
  throw new Error(`${name} is not as its model says: ${z.prettifyError(result.error)}`, { cause: result.error });
}

function accepting(model: z.ZodType): (value: unknown) => boolean {
  if (model.def.checks?.length) return () => false;
  if (model instanceof z.ZodNullable) return nullOr(accepting(model.unwrap() as z.ZodType));
  if (model instanceof z.ZodString) return (value) => typeof value === 'string';
  if (model instanceof z.ZodBoolean) return (value) => typeof value === 'boolean';
  if (model instanceof z.ZodNumber) return Number.isSafeInteger;
  if (model instanceof z.ZodEnum) return among(new Set<unknown>(model.options));
  if (model instanceof z.ZodArray) return listOf(accepting(model.element as z.ZodType));
  return () => false;
}

const nullOr = (accepts: (value: unknown) => boolean) => (value: unknown) => value === null || accepts(value);
const among = (options: ReadonlySet<unknown>) => (value: unknown) => options.has(value);
const listOf = (accepts: (value: unknown) => boolean) => (value: unknown) => Array.isArray(value) && value.every(accepts);
