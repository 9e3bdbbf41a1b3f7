import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { eachOf, Meter } from '../reading/reached.js';
import type { DataSource, Reached, Reading, SourceTold } from '../source.js';
import { readBrands } from './imasparql/brands.js';
import { readCall } from './imasparql/calls.js';
import { readCharacter } from './imasparql/characters.js';
import { readCostume } from './imasparql/costumes.js';
import { readDisc } from './imasparql/discs.js';
import { readGame } from './imasparql/games.js';
import { fateOf, isLeftOut, type KindName, kindOf } from './imasparql/kinds.js';
import { readLive, readUnled } from './imasparql/lives.js';
import { readRecording } from './imasparql/recordings.js';
import { type Resource, readResources } from './imasparql/resources.js';
import { emptyState, rejected, type State } from './imasparql/state.js';
import { readUnit } from './imasparql/units.js';

/** THE IDOLM@STER as linked data (github.com/imas/imasparql): characters, units, costumes, who calls whom, lives. Reads the folder of the repository. */
export const imasparql: DataSource = { key: 'imasparql', describe, read };

function describe(path: string): SourceTold {
  if (!existsSync(join(path, 'RDFs')))
    throw new Error(`imasparql is a folder that has RDFs/ in it, but ${path} has none; give the folder of the repository.`);
  const told = existsSync(join(path, 'SOURCE.txt')) ? readFileSync(join(path, 'SOURCE.txt'), 'utf8') : '';
  const [, version, date] = /^commit: ([0-9a-f]+) \((\d{4}-\d\d-\d\d)\)$/m.exec(told) ?? [];
  return { key: 'imasparql', title: 'im@sparql', licence: 'MIT', url: 'https://github.com/imas/imasparql', version, date };
}

/** Files whose things lead to those of files before them. */
const later = [/^(Game|MusicComposition)\.rdf$/, /^Song\.rdf$/, /^(Disc\.rdf|(Units|Clothes|Lives)\/.*)$/, /^(CallTable\.rdf|.*\/.*)$/];

const filesOf = (path: string): readonly string[] =>
  readdirSync(join(path, 'RDFs'), { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => name.endsWith('.rdf'))
    .toSorted((one, other) => stageOf(one) - stageOf(other) || (one < other ? -1 : 1));

const stageOf = (name: string) => later.findIndex((pattern) => pattern.test(name));

async function* read(path: string, reached: Reached): AsyncIterable<Reading> {
  const state = emptyState();
  yield* readBrands();
  const names = filesOf(path);
  const at = (name: string) => join(path, 'RDFs', name);
  const meter = new Meter(names.map(at), reached);
  for (const name of names) {
    const file = await readResources(at(name), `RDFs/${name}`);
    for (const resource of eachOf([...file.values()], meter.next(at(name)))) {
      const kind = kindOf(resource);
      if (kind) yield* unknownProperties(resource, kind);
      if (kind) yield* readers[kind](resource, file, state);
      else if (!isLeftOut(resource))
        yield rejected(resource, `Its class ${resource.types.join(', ') || '(none)'} is not known; kinds.ts tells which are.`);
    }
    yield* readUnled(file);
  }
}

type Reader = (resource: Resource, file: ReadonlyMap<string, Resource>, state: State) => Iterable<Reading>;

const readers: Readonly<Record<KindName, Reader>> = {
  character: (resource, _, state) => readCharacter(resource, state),
  unit: (resource, _, state) => readUnit(resource, state),
  costume: (resource, _, state) => readCostume(resource, state),
  call: (resource, _, state) => readCall(resource, state),
  live: readLive,
  // Told with the live, the recording and the disc they belong to.
  performance: () => [],
  composition: (resource, _, state) => {
    state.compositions.set(resource.key, resource);
    return [];
  },
  release: () => [],
  game: (resource, _, state) => readGame(resource, state),
  recording: (resource, _, state) => readRecording(resource, state),
  disc: readDisc,
};

const unknownProperties = (resource: Resource, kind: KindName): readonly Reading[] =>
  [...resource.values.keys()]
    .filter((property) => fateOf(kind, property) === 'UNKNOWN')
    .map((property) => rejected(resource, `Its property ${property} is not known of a ${kind}; kinds.ts tells which are.`));

/** How many things of each class, and how many values of each property, are left out on purpose. */
export async function leftOut(path: string): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  const count = (what: string, many: number) => counts.set(what, (counts.get(what) ?? 0) + many);
  for (const name of filesOf(path)) {
    for (const resource of (await readResources(join(path, 'RDFs', name), name)).values()) {
      const kind = kindOf(resource);
      if (!kind) count(resource.types.join(', '), 1);
      else for (const [property, values] of resource.values) if (fateOf(kind, property) === 'LEFT_OUT') count(`${kind} ${property}`, values.length);
    }
  }
  return counts;
}
