import { int } from 'neo4j-driver';

/** Values with whole numbers as integers; the driver would send them as floating point, which LIMIT refuses. */
export function withIntegers<Value>(value: Value): Value {
  // Integer stands where number stood: the driver takes both.
  return convert(value) as Value;
}

function convert(value: unknown): unknown {
  if (typeof value === 'number' && Number.isInteger(value)) return int(value);
  if (Array.isArray(value)) return value.map(convert);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, convert(each)]));
}
