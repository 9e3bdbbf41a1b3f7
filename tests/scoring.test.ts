import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Collected } from '../src/matching/collected.js';
import { Postings } from '../src/matching/postings.js';
import { statement } from '../src/matching/statements.js';
import { plainBest } from './support/plainScoring.js';

const factors = 12;
const weights = fc.dictionary(fc.nat(factors - 1).map(String), fc.integer({ min: 1, max: 255 })).map(asWeights);
const wanted = fc.uniqueArray(fc.record({ factor: fc.nat(factors + 1), by: fc.integer({ min: -4096, max: 4096 }) }), {
  selector: ({ factor }) => factor,
});

function asWeights(given: Readonly<Record<string, number>>): ReadonlyMap<number, number> {
  return new Map(Object.entries(given).map(([factor, weight]) => [Number(factor), weight]));
}

const statementsOf = (of: ReadonlyMap<number, number>) => [...of].map(([factor, weight]) => statement(factor, weight));

async function postingsOf(things: readonly ReadonlyMap<number, number>[]): Promise<Postings> {
  const collected = new Collected(factors);
  for (const thing of things) collected.add(statementsOf(thing));
  return Postings.of(collected);
}

test('the kernel finds what plain JavaScript finds, also after things have changed and come in', async () => {
  const change = fc.tuple(fc.nat(40), weights);
  await fc.assert(
    fc.asyncProperty(
      fc.array(weights, { maxLength: 40 }),
      fc.array(change, { maxLength: 10 }),
      wanted,
      fc.integer({ min: 1, max: 50 }),
      async (given, changes, asked, most) => {
        const things = [...given];
        const postings = await postingsOf(things);
        expect(postings.best(asked, most)).toEqual(plainBest(things, asked, most));
        for (const [place, changed] of changes) {
          const thing = Math.min(place, things.length);
          things[thing] = changed;
          postings.change(thing, statementsOf(changed));
          for (let factor = 0; factor < factors; factor += 1) expect(postings.weight(thing, factor)).toBe(changed.get(factor) ?? 0);
        }
        expect(postings.best(asked, most)).toEqual(plainBest(things, asked, most));
      },
    ),
    { numRuns: 200 },
  );
});

test('things beyond the first block are found, and there is an end of room', async () => {
  const things = Array.from({ length: 70_000 }, (_, thing) => new Map(thing % 1000 === 999 || thing > 69_990 ? [[3, 1 + (thing % 200)]] : []));
  const postings = await postingsOf(things);
  const asked = [{ factor: 3, by: 7 }];
  expect(postings.best(asked, 50)).toEqual(plainBest(things, asked, 50));
  expect(postings.best(asked, 200).some(({ thing }) => thing > 65_536)).toBe(true);
  expect(postings.things(3)).toBe(things.filter((weightsOf) => weightsOf.size > 0).length);
  expect(() => postings.change(postings.capacity, [])).toThrow('There is no room');
});
