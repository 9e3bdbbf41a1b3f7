import type { Driver } from 'neo4j-driver';
import { median } from '../statistics.js';
import { expressed, song, thingId } from './expressions.js';
import { ask, question } from './questions.js';
import { termCount, termId } from './taxonomy.js';

const repetitions = 5;
/** Of equal songs the first comes first. */
const id = thingId(song, 1);

const write = `MATCH (song:Song {id: $id}), (factor:Factor {id: $factor}) SET song.changed = timestamp()
  MERGE (song)-[said:EXPRESSES]->(factor) SET said.weight = 1.0, said.source = 'curated'`;
const undo = `MATCH (song:Song {id: $id})-[said:EXPRESSES]->(:Factor {id: $factor}) SET song.changed = timestamp() DELETE said`;

/** ms from writing that a song expresses a term to the first answer that shows it, while somebody asks all the time. */
export async function changeShown(origin: string, driver: Driver, database: string): Promise<number> {
  const own = new Set(expressed(song, 1).map(({ term }) => term));
  const factor = termId(Array.from({ length: termCount }, (_, n) => termCount - 1 - n).find((n) => !own.has(n)) ?? 0);
  const shows = async () => (await ask(origin, question('SONG', { factors: [{ factor, weight: 1 }] }))).includes(id);
  const run = (statement: string) => driver.executeQuery(statement, { id, factor }, { database });
  const taken: number[] = [];
  while (taken.length < repetitions) {
    if (await shows()) throw new Error(`${id} must not express ${factor} before it is written.`);
    await run(write);
    const start = performance.now();
    while (!(await shows()));
    taken.push(performance.now() - start);
    await run(undo);
    while (await shows());
  }
  return median(taken);
}
