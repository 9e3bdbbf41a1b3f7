import { z } from 'zod';
import { parsed } from '../reading/parsed.js';
import type { DataSource, Reading } from '../source.js';
import type { Told } from '../told.js';
import { packageData, packageSource } from './bgmd.js';
import { type BgmdFactor, bgmdFactors } from './bgmdFactors.js';

const model = z.object({ bangumis: z.array(z.unknown()) });
const rowModel = z.object({ id: z.int().positive(), bangumi: z.object({ tags: z.array(z.string()) }) });

/** The moods, themes and genres among the tags of the npm package bgmd. It has no counts: what a tag says is said in full. */
export const bgmdTags: DataSource = {
  key: 'bgmd-tags',
  linksById: true,
  describe: () => ({ ...packageSource(), key: 'bgmd-tags' }),
  *read() {
    for (const factor of bgmdFactors) yield { place: `bgmdFactors.yaml ${factor.key}`, told: factorOf(factor) };
    const { bangumis } = model.parse(packageData());
    for (const [index, row] of bangumis.entries()) yield* readingsOf(row, `bgmd/full bangumis[${index}]`);
  },
};

const refOf = ({ key }: BgmdFactor) => `factors/${key}`;

const factorByTag: ReadonlyMap<string, BgmdFactor> = new Map(bgmdFactors.flatMap((factor) => factor.tags.map((tag) => [tag, factor] as const)));

function factorOf(factor: BgmdFactor): Told {
  return {
    type: 'Factor',
    record: refOf(factor),
    ref: refOf(factor),
    names: [
      { text: factor.en, kind: 'OFFICIAL', language: 'en' },
      { text: factor.ja, kind: 'TRANSLATION', language: 'ja' },
      { text: factor.zh, kind: 'TRANSLATION', language: 'zh-Hans' },
    ],
    ids: [],
    fields: { facet: factor.facet },
    facts: [],
  };
}

/** Works whose tags say nothing of these kinds are none of this source's business. */
function* readingsOf(value: unknown, place: string): Generator<Reading> {
  const result = parsed(rowModel, value, place);
  if ('rejected' in result) {
    yield result;
    return;
  }
  const { id, bangumi } = result.row;
  const factors = new Set(bangumi.tags.flatMap((tag) => factorByTag.get(tag) ?? []));
  if (factors.size > 0) yield { place, told: workOf(id, [...factors]) };
}

function workOf(id: number, factors: readonly BgmdFactor[]): Told {
  return {
    type: 'Work',
    record: `subjects/${id}`,
    ref: `subjects/${id}`,
    names: [],
    ids: [{ site: 'BANGUMI', value: String(id) }],
    fields: {},
    facts: factors.map((factor) => ({ type: 'EXPRESSES', other: refOf(factor), says: { weight: 1 } })),
    link: 'BY_ID',
    unknown: 'ASK',
  };
}
