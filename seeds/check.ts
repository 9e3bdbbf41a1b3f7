import { FactErrors } from './factFiles.js';
import { curatedFacts } from './facts.js';
import { factsFolder } from './load.js';

/** `npm run facts`: checks the curated facts and counts them, or says every mistake with file and line. */
try {
  const { things, facts } = curatedFacts(factsFolder);
  const counts = new Map<string, number>();
  for (const { type } of [...things, ...facts]) counts.set(type, (counts.get(type) ?? 0) + 1);
  console.log([...counts].map(([type, count]) => `${type} ${count}`).join('\n'));
} catch (error) {
  if (!(error instanceof FactErrors)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
