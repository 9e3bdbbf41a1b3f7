import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));
export const factsFolder = join(here, 'facts');

/** How names are folded, and the words that things are told with, are part of what is loaded. */
const src = join(here, '..', 'src');
const wordFiles = [
  'sites.ts',
  'dates.ts',
  'graph/vocabulary.ts',
  'graph/ids.ts',
  'graph/externalIds.ts',
  'graph/orderKeys.ts',
  'graph/trust.ts',
  'graph/duplicates.ts',
  'graph/nameQuery.ts',
].map((name) => join(src, name));
/** So are the rules by which things are merged. */
const editingFiles = ['facts.ts', 'filling.ts', 'voices.ts', 'contradictions.ts'].map((name) => join(src, 'graph', 'editing', name));
/** How names are compared once they are folded is no part of it. */
const onlyCompared = ['likeness.ts', 'confidence.ts', 'weights.ts', 'rules.ts', 'explain.ts'];
const nameFiles = filesIn(join(src, 'names'), '.ts').filter((file) => !onlyCompared.includes(basename(file)));
const lockFile = join(here, '..', 'package-lock.json');
const packageFiles = ['bangumi-data/package.json', 'bgmd/full', '@kawaiioverflow/arm/package.json'].map((name) =>
  createRequire(import.meta.url).resolve(name),
);

/** Differs when the default data would say something else. It is made of the files, which is much quicker than to read them. */
export const dataStamp = () =>
  fingerprint([
    ...filesIn(factsFolder, '.yaml'),
    ...filesIn(join(here, 'estimates'), '.yaml'),
    join(here, 'sources', 'bgmdFactors.yaml'),
    ...filesIn(here, '.ts'),
    ...filesIn(join(here, 'sources'), '.ts'),
    ...nameFiles,
    lockFile,
    ...wordFiles,
    ...editingFiles,
    ...packageFiles,
  ]);

/** What makes things of records, and keys of names. */
const assemblyFiles = [
  'assemble.ts',
  'nameRows.ts',
  'ranks.ts',
  'season.ts',
  'blocks.ts',
  'evidence.ts',
  'maybe.ts',
  'seriesNear.ts',
  'consequences.ts',
];

/** Differs when other things would be made of the same records: all of them are then assembled anew. */
export const assemblyStamp = fingerprint([...assemblyFiles.map((name) => join(here, name)), ...nameFiles, ...wordFiles, lockFile]);

function filesIn(folder: string, ending: string): readonly string[] {
  const names = readdirSync(folder).filter((name) => name.endsWith(ending));
  return names.sort().map((name) => join(folder, name));
}

function fingerprint(files: readonly string[]): string {
  const hash = createHash('sha256');
  for (const file of files) hash.update(readFileSync(file));
  return hash.digest('base64url').slice(0, 12);
}
