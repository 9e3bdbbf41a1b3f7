import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { factsFolder } from '../../../seeds/stamps.js';
import { type BenchDatabase, root, startMade } from '../database.js';
import { graphOf } from './graph.js';

const makers = [
  ...['match/graph', 'match/expressions', 'match/taxonomy', 'generatedNames', 'random'].map((name) => join(root, 'tests', 'bench', `${name}.ts`)),
  ...readdirSync(factsFolder)
    .filter((name) => name.startsWith('kansei-'))
    .map((name) => join(factsFolder, name)),
];

/** A Neo4j of its own with so many songs, as large as needed to keep it all in memory. */
export const matchDatabase = (songs: number, report: (line: string) => void): Promise<BenchDatabase> =>
  startMade({ name: `match${songs}`, makers, memory: { heap: '2g', pageCache: '4g' }, tables: () => graphOf(songs) }, report);
