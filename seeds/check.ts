import { FactErrors } from './factFiles.js';
import { curatedFacts } from './facts.js';
import { factsFolder } from './stamps.js';

/** `npm run facts`: checks the curated facts and counts them, or says every mistake with file and line. */
try {
  const { things, facts } = curatedFacts(factsFolder);
  const counts = new Map<string, Set<string>>();
  const told = [
    ...things.map(({ type, ref }) => ({ type, ref })),
    ...facts.map(({ type, from, to, identity }) => ({ type, ref: JSON.stringify([from, to, identity]) })),
  ];
  for (const { type, ref } of told) counts.set(type, (counts.get(type) ?? new Set()).add(ref));
  console.log([...counts].map(([type, refs]) => `${type} ${refs.size}`).join('\n'));
} catch (error) {
  if (!(error instanceof FactErrors)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
