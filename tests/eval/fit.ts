import { writeFile } from 'node:fs/promises';
import { openBolt } from '../../src/bolt/bolt.js';
import { NODE_NAMES } from '../../src/graph/ids.js';
import { NameIndex } from '../../src/graph/nameIndex.js';
import type { Considered } from '../../src/graph/resolve.js';
import { Resolving } from '../../src/graph/resolve.js';
import { runOver } from '../../src/graph/run.js';
import { FEATURES, featuresOf, givenOdds, mostWeighed, type Weights } from '../../src/names/confidence.js';
import type { Address } from '../../src/neo4j/address.js';
import { connect } from '../../src/neo4j/connect.js';
import type { Ask, EvalSet } from './ask.js';
import { drawn, sample } from './chance.js';

type Report = (line: string) => void;

/** One name with what it may mean: the features of each, in the order of FEATURES, and which of them is right. */
interface Case {
  readonly candidates: readonly { readonly features: readonly number[]; readonly given: number }[];
  /** -1 where none of them is. */
  readonly right: number;
}

/** Learns the weights from half of the names of each set, and writes them to src/names/weights.ts. */
export async function learnWeights(sets: readonly EvalSet[], size: number, address: Address, report: Report): Promise<void> {
  const driver = await connect(address);
  const bolt = openBolt({ ...address, connections: 10 });
  const resolving = new Resolving(new NameIndex(runOver(driver, address.database, bolt)));
  const learnt: Record<string, Weights> = {};
  for (const withYear of [false, true]) {
    const cases: Case[] = [];
    for (const { name, kind, asks } of sets) {
      const some = sample(asks.filter(isForLearning), size, name, ({ text, truth }) => `${text} ${truth}`).filter(
        ({ year }) => !withYear || year !== undefined,
      );
      report(`Considering ${some.length} names of ${name}.`);
      cases.push(...(await casesOf(resolving, some, kind, withYear)));
    }
    learnt[withYear ? 'withYear' : 'withoutYear'] = learn(cases, learnt['withoutYear'], report);
  }
  await bolt?.close();
  await driver.close();
  await writeFile('src/names/weights.ts', written(learnt));
}

/** The other half is left for the report, so that it is about names that nothing was learnt from. */
export const isForLearning = ({ text, truth }: Ask): boolean => drawn('learning', `${text} ${truth}`) < 0.5;

async function casesOf(resolving: Resolving, asks: readonly Ask[], kind: string, withYear: boolean): Promise<readonly Case[]> {
  const cases: Case[] = [];
  for (let first = 0; first < asks.length; first += 200) {
    const part = asks.slice(first, first + 200);
    const names = part.map(({ text, year, artist, kind: own }) => ({
      text,
      label: NODE_NAMES.find((label) => label.toUpperCase() === (own ?? kind)),
      year: withYear ? year : undefined,
      artist,
    }));
    const considered = await resolving.consider(names, new AbortController().signal);
    cases.push(...considered.flatMap((each, index) => (part[index] ? [caseOf(part[index], each)] : [])));
  }
  return cases;
}

function caseOf({ truth, also = [] }: Ask, { possible }: Considered): Case {
  const some = possible.slice(0, mostWeighed);
  return {
    right: some.findIndex(({ found }) => found.id === truth || also.includes(found.id)),
    candidates: some.map(({ evidence }) => {
      const said = featuresOf(evidence);
      return { features: FEATURES.map((name) => said[name] ?? 0), given: givenOdds(evidence) };
    }),
  };
}

const rounds = 400;
const decay = 0.0003;
const stride = 0.1;

/** Maximises the likelihood of what is right, one of the candidates or none of them (Adam; the weights pulled a little towards those learnt before, at first 0: what there are no examples of stays as it is). */
function learn(cases: readonly Case[], before: Weights | undefined, report: Report): Weights {
  const count = FEATURES.length;
  const start = Float64Array.from([...FEATURES.map((name) => before?.features[name] ?? 0), before?.none ?? 0]);
  const weights = start.slice();
  const [mean, spread] = [new Float64Array(count + 1), new Float64Array(count + 1)];
  for (let round = 1; round <= rounds; round += 1) {
    const gradient = new Float64Array(count + 1);
    let loss = 0;
    for (const { candidates, right } of cases) {
      const odds = candidates.map(({ features, given }) => features.reduce((sum, value, index) => sum + value * (weights[index] ?? 0), given));
      const none = weights[count] ?? 0;
      const most = Math.max(none, ...odds);
      const shares = odds.map((each) => Math.exp(each - most));
      const noneShare = Math.exp(none - most);
      const sum = shares.reduce((total, each) => total + each, noneShare);
      loss -= Math.log((right < 0 ? noneShare : (shares[right] ?? 0)) / sum + 1e-12);
      for (const [place, { features }] of candidates.entries()) {
        const error = (shares[place] ?? 0) / sum - Number(place === right);
        for (let index = 0; index < count; index += 1) gradient[index] = (gradient[index] ?? 0) + error * (features[index] ?? 0);
      }
      gradient[count] = (gradient[count] ?? 0) + noneShare / sum - Number(right < 0);
    }
    for (let index = 0; index <= count; index += 1) {
      const slope = (gradient[index] ?? 0) / cases.length + decay * ((weights[index] ?? 0) - (start[index] ?? 0));
      mean[index] = 0.9 * (mean[index] ?? 0) + 0.1 * slope;
      spread[index] = 0.99 * (spread[index] ?? 0) + 0.01 * slope ** 2;
      const step = (mean[index] ?? 0) / (1 - 0.9 ** round) / (Math.sqrt((spread[index] ?? 0) / (1 - 0.99 ** round)) + 1e-8);
      weights[index] = (weights[index] ?? 0) - stride * step;
    }
    if (round % 100 === 0) report(`Round ${round}: ${(loss / cases.length).toFixed(4)}`);
  }
  const features = Object.fromEntries(FEATURES.map((name, index) => [name, rounded(weights[index] ?? 0)]));
  return { features: features as Weights['features'], none: rounded(weights[count] ?? 0) };
}

const rounded = (value: number) => Math.round(value * 100) / 100;

function written(learnt: Readonly<Record<string, Weights>>): string {
  const body = JSON.stringify(learnt, null, 2).replaceAll('"', '');
  return `import type { Weights } from './confidence.js';

/** Learnt by \`npm run eval:names -- --fit\` from half of the names of its sets, of which it is known what they mean. Not to be written by hand. */
export const weights: Readonly<Record<'withYear' | 'withoutYear', Weights>> = ${body};
`;
}
