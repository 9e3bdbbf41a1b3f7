import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Env, readEnv } from '../src/env.js';
import { ensureIndexes } from '../src/graph/indexes.js';
import { bulkLoad } from './bulk/bulkLoad.js';
import { firstInBulk } from './bulk/first.js';
import { askAgain } from './finishLoad.js';
import { loadInTurn } from './inTurn.js';
import type { Into } from './into.js';
import { chosenData, loadDefault, loadDefaultInBulk } from './load.js';
import { type Loaded, remove } from './loader.js';
import { reportOf } from './loadReport.js';
import { openGraph } from './openGraph.js';
import { decide, openQuestions } from './questions.js';
import { RejectedFile } from './rejectedFile.js';
import { inFolders, sourceNamed } from './sources/all.js';
import { checkSheet } from './sources/sheet.js';

const usage = `npm run load -- <source> <path> [--dry-run] [--partial]   loads a source; --partial: what it doesn't say stays
npm run load -- all <folder> [--dry-run]                  the default data, then every source that has a folder of its name there
npm run load -- review [--source S] [--first N]           open questions: what a record may tell of
npm run load -- review <question> <id|new>                decides one
npm run load -- review --again [--source S]               looks once more at what is open, with what was loaded since
npm run load -- skos <file>                               terms of your own, as SKOS in JSON-LD
npm run load -- check <file>                              every mistake of a sheet of your own, without a database
npm run load -- remove <source>                           takes a source out, with all that only it has told`;

/** Not everything could be taken: the file of rejected rows says what and why. */
const someRejected = 2;

const say = (line: string) => console.log(line);

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    'dry-run': { type: 'boolean', default: false },
    partial: { type: 'boolean', default: false },
    source: { type: 'string' },
    first: { type: 'string', default: '20' },
    again: { type: 'boolean', default: false },
  },
});

async function main(): Promise<number> {
  const [command, ...rest] = positionals;
  if (command === undefined) throw new Error(usage);
  if (command === 'check') return check(rest[0]);
  const env = readEnv(process.env);
  const isLoad = command !== 'review' && command !== 'remove';
  const first = isLoad ? await loadFirst(env, command, rest[0]) : [];
  const graph = await openGraph(env, say);
  try {
    await ensureIndexes(graph.driver, graph.database);
    if (command === 'review') return await review(graph, rest);
    if (command === 'remove') return await removeSource(graph, rest[0]);
    return await loadSources(graph, env, command, { path: rest[0], first });
  } finally {
    await graph.close();
  }
}

async function check(file: string | undefined): Promise<number> {
  if (file === undefined) throw new Error(`check takes a file.\n\n${usage}`);
  const mistakes = await checkSheet(file);
  for (const each of mistakes) console.error(each);
  say(mistakes.length === 0 ? `${file} is as it should be.` : `${mistakes.length} mistakes.`);
  return mistakes.length === 0 ? 0 : someRejected;
}

/** What an embedded graph that has no data yet can take in bulk; gives what came of that. */
async function loadFirst(env: Env, command: string, path: string | undefined): Promise<readonly Loaded[]> {
  if (env.NEO4J_URI !== undefined || options['dry-run'] || options.partial || path === undefined) return [];
  return firstInBulk(env.MUSUBI_HOME, say, async (home, jars) => {
    if (command === 'all') return loadDefaultInBulk(home, jars, say, chosenData(env.MUSUBI_SOURCES));
    const source = sourceNamed(command);
    return bulkLoad({ home, jars, sources: [{ source, path }], report: say, onRejected: rejectedOf(env, source.key).add });
  });
}

async function loadSources(
  into: Into,
  env: Env,
  command: string,
  { path, first }: { readonly path?: string | undefined; readonly first: readonly Loaded[] },
) {
  const isAll = command === 'all';
  const named = isAll ? [] : [{ source: sourceNamed(command), path: path ?? '' }];
  if (isAll && path === undefined) throw new Error(`all takes a folder.\n\n${usage}`);
  const dryRun = options['dry-run'];
  const loads = [...first];
  if (isAll && !dryRun) loads.push(...(await loadDefault(into.driver, into.database, say, chosenData(env.MUSUBI_SOURCES), { follow: true })));
  const turns = (isAll ? there(path ?? '') : named).map(({ source, path: at }) => ({
    source,
    path: at,
    options: { dryRun, partial: options.partial, report: say, onRejected: rejectedOf(env, source.key).add },
  }));
  let answered = await loadInTurn(into, turns, {
    isIn: (key) => loads.some(({ source }) => source === key),
    onLoaded: (loaded) => {
      loads.push(loaded);
      say(reportOf([loaded]));
    },
  });
  if (!dryRun) {
    const sources = loads.map(({ source }) => source);
    answered += await askAgain(into, sources, say);
  }
  say(`\n${reportOf(loads)}`);
  if (answered > 0) say(`${answered.toLocaleString('en')} records that were open or had waited are told.`);
  const written = [...rejected.values()].filter(({ isEmpty }) => !isEmpty);
  for (const { path: at } of written) say(`What could not be taken, and why: ${at}`);
  if (loads.some(({ open }) => open > 0)) say('What is open is listed by: npm run load -- review');
  return written.length > 0 ? someRejected : 0;
}

const rejected = new Map<string, RejectedFile>();

function rejectedOf(env: Env, source: string): RejectedFile {
  const known = rejected.get(source) ?? new RejectedFile(join(env.MUSUBI_HOME, 'rejected', `${source}.jsonl`));
  rejected.set(source, known);
  return known;
}

/** Sources that have a folder of their name here, in the order of trust; npm packages have none and need none. */
function there(folder: string): ReturnType<typeof inFolders> {
  const found = inFolders(folder).filter(({ path }) => path === '' || existsSync(path));
  if (!found.some(({ path }) => path !== '')) throw new Error(`In ${folder} there is no folder that is named for a source.`);
  return found;
}

async function review(into: Into, [key, thing]: readonly string[]): Promise<number> {
  if (key !== undefined && thing !== undefined) {
    const loads = await decide(into, key, thing === 'new' ? { new: true } : { thing });
    const answered = loads.reduce((sum, each) => sum + each.answered, 0);
    say(`Decided. ${answered.toLocaleString('en')} records that had waited for it are told.`);
    return 0;
  }
  if (options.again) {
    const answered = await askAgain(into, options.source === undefined ? null : [options.source], say);
    say(`${answered.toLocaleString('en')} records that were open are told now.`);
  }
  const questions = await openQuestions(into, { source: options.source ?? null, first: Number(options.first) });
  for (const { key: question, type, place, names, candidates } of questions) {
    say(`\n${question}\n  ${type} ${names.slice(0, 4).join(' / ')} (${place})`);
    for (const { id, title, confidence } of candidates) say(`  may be ${id} ${title ?? ''} (${confidence.toFixed(2)})`);
    if (candidates.length === 0) say('  nothing in the graph is like it');
  }
  say(`\n${questions.length} questions. To decide one: npm run load -- review "<question>" <id of a candidate|new>`);
  return 0;
}

async function removeSource(into: Into, key: string | undefined): Promise<number> {
  if (key === undefined) throw new Error(`remove takes the key of a source.\n\n${usage}`);
  const { withdrawn } = await remove(into, key, { report: say });
  say(`${withdrawn.toLocaleString('en')} records of ${key} are out, and what only they had told.`);
  return 0;
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
