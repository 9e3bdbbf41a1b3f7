import { fold } from '../../../src/names/fold.js';
import type { Reading } from '../../source.js';
import type { Artists } from './artists.js';
import type { CastEntry } from './cast.js';
import { distinct, named } from './values.js';

interface Gathered {
  readonly name: string;
  readonly others: { readonly text: string; readonly kind: 'READING' | 'ALIAS' }[];
  readonly voices: Set<string>;
}

/** The characters of a work, each once, with all who voice them there. */
export function* characters(work: string, place: string, cast: readonly CastEntry[], artists: Artists): Generator<Reading> {
  for (const [form, { name, others, voices }] of gathered(cast)) {
    yield* artists.tell([...voices], place);
    const ref = `${work}/character/${form}`.slice(0, 300);
    const [artist] = voices;
    yield {
      place: `${place}#cast`,
      told: {
        type: 'Character',
        record: ref,
        ref,
        names: distinct([named(name, 'OFFICIAL'), ...others.map(({ text, kind }) => named(text, kind))]),
        ids: [],
        facts: [
          { type: 'APPEARS_IN', other: work },
          ...distinctRefs(voices, artists).map((other) => ({ type: 'VOICES' as const, other, identity: { language: 'ja' } })),
        ],
        fields: {},
        within: [work],
        ...(artist !== undefined && { known: { artist } }),
      },
    };
  }
}

const distinctRefs = (voices: ReadonlySet<string>, artists: Artists) => [...new Set([...voices].map((voice) => artists.refOf(voice)))];

function gathered(cast: readonly CastEntry[]): ReadonlyMap<string, Gathered> {
  const all = new Map<string, Gathered>();
  for (const { characters: named, voices } of cast) {
    for (const { name, readings, aliases } of named) {
      const one = all.get(fold(name)) ?? { name, others: [], voices: new Set<string>() };
      one.others.push(...readings.map((text) => ({ text, kind: 'READING' as const })), ...aliases.map((text) => ({ text, kind: 'ALIAS' as const })));
      for (const voice of voices) one.voices.add(voice);
      all.set(fold(name), one);
    }
  }
  return all;
}
