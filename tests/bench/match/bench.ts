import { loadavg } from 'node:os';
import { openBolt } from '../../../src/bolt/bolt.js';
import { createGraph } from '../../../src/graph/graph.js';
import type { Kept } from '../../../src/graph/keptGraph.js';
import { runOver, withRetries } from '../../../src/graph/run.js';
import { number, parsed } from '../arguments.js';
import { withDriver } from '../bench.js';
import type { Closing } from '../closing.js';
import { startPeer } from '../peer.js';
import type { Address } from '../peers/serve.js';
import { asMarkdown, asText } from '../table.js';
import { changeShown } from './change.js';
import { matchDatabase } from './database.js';
import { exactness } from './exactness.js';
import { type Cell, measure } from './measure.js';
import { ask, choice, pages, question, workloads } from './questions.js';
import { readingRate } from './readings.js';
import { reportOf } from './report.js';
import { taxonomy, termCount } from './taxonomy.js';

type Report = (line: string) => void;

const options = {
  songs: { type: 'string', default: '600000' },
  seconds: { type: 'string', default: '3' },
  repetitions: { type: 'string', default: '3' },
  markdown: { type: 'boolean', default: false },
} as const;

/** `npm run bench -- match`: how fast, how exact and how fresh the field match is on a graph of a nation's songs. */
export async function matchBench(given: readonly string[], closing: Closing, report: Report): Promise<string> {
  const { values } = parsed(given, options);
  const songs = number('--songs', values.songs, 100, 10_000_000);
  const pace = { seconds: number('--seconds', values.seconds, 0.1, 60), repetitions: number('--repetitions', values.repetitions, 1, 100) };
  const database = await matchDatabase(songs, report);
  await closing.add(database.stop);
  const { uri, user, password, database: name } = database;
  const address = { uri, user, password, database: name };
  report('Starting the server and asking for the first time.');
  const start = performance.now();
  const peer = await startPeer('musubi', address);
  await closing.add(peer.stop);
  await ask(peer.origin, question('SONG', { factors: choice(0, termCount) }));
  const first = (performance.now() - start) / 1000;

  const { terms } = taxonomy();
  const cells: Cell[] = [];
  for (const workload of workloads(terms)) {
    report(`Measuring: ${workload.name}.`);
    cells.push(...(await measure(peer, workload, pace)));
  }
  report('Changing the graph.');
  const change = await withDriver(address, (driver) => changeShown(peer.origin, driver, name));
  const { peak } = await peer.usage();

  report('Reading the same here.');
  const kept = await keptOf(address);
  const sizes = { songs: sizeOf(kept, 'Song'), campaigns: sizeOf(kept, 'Campaign') };
  const reading = readingRate(pages(terms), kept.lexicon);
  report('Computing all scores in plain JavaScript.');
  const figures = { cells, first, change, reading, exactness: await exactness(peer.origin, kept, songs), postings: sizes.songs.postings };
  const load = loadavg()[0]?.toFixed(1);
  const told = reportOf(
    figures,
    { records: sizes.songs.records, campaigns: sizes.campaigns.postings + sizes.campaigns.records, peak },
    values.markdown ? asMarkdown : asText,
  );
  return `${songs.toLocaleString('en')} songs; load average of the machine at the end ${load}.\n\n${told}`;
}

/** What the server keeps, read in this process. */
async function keptOf(address: Address): Promise<Kept> {
  const bolt = openBolt(address);
  try {
    return await withDriver(address, (driver) => {
      const run = withRetries(runOver(driver, address.database, bolt));
      return createGraph(run, run).kept.get();
    });
  } finally {
    await bolt?.close();
  }
}

function sizeOf({ kinds }: Kept, type: 'Song' | 'Campaign') {
  const sheets = kinds.get(type);
  if (!sheets) throw new Error(`The graph must hold a ${type}, but none was read.`);
  return sheets.size;
}
