import type { Statements } from '../../seeds/statements.js';
import type { EvalSet } from './ask.js';
import { type Catalogue, wholeCatalogue } from './catalogue.js';
import { anilistChineseFolder } from './data/anilistChinese.js';
import { annictFolder } from './data/annict.js';
import { lasercutFolder } from './data/lasercut.js';
import { madbFolder } from './data/madb.js';
import { personalNamesFolder } from './data/personalNames.js';
import { isThere } from './data/shared.js';
import { without } from './hiding.js';
import { absent } from './sets/absent.js';
import { alternatives } from './sets/alternatives.js';
import { anilistChinese } from './sets/anilistChinese.js';
import { annict, annictAbsent } from './sets/annict.js';
import { cases, factsFolder } from './sets/cases.js';
import { given } from './sets/given.js';
import { madbKana } from './sets/madbKana.js';
import { people } from './sets/people.js';
import { absentSlugs, lasercutSlugs, slugs } from './sets/slugs.js';
import { songs } from './sets/songs.js';

export interface Evaluation {
  /** What the graph holds that the sets with `graph: 'hidden'` are asked of. */
  readonly hidden: readonly Statements[];
  /** The same before anything is hidden. */
  readonly catalogue: Catalogue;
  readonly sets: readonly EvalSet[];
  /** One sentence for each set that can't be asked. */
  readonly missing: readonly string[];
}

/** All sets, and the one graph with holes that they are asked of. Always the same on the same data. */
export function evaluation(): Evaluation {
  const catalogue = wholeCatalogue();
  const holes = {
    alternatives: alternatives(catalogue),
    absent: absent(catalogue),
    anilistChinese: anilistChinese(catalogue),
    slugs: slugs(catalogue),
    people: people(catalogue),
    songs: songs(catalogue),
  };
  const hidden = new Map(Object.values(holes).flatMap((each) => [...each.hidden]));
  const planned: readonly Planned[] = [
    { name: 'cases', kind: 'WORK', graph: 'default', needs: factsFolder, asks: () => cases(catalogue) },
    { name: 'given', kind: 'WORK', asks: () => given(catalogue) },
    { name: 'alternatives', kind: 'WORK', asks: () => holes.alternatives.asks },
    { name: 'absent', kind: 'WORK', asks: () => holes.absent.asks },
    { name: 'annict', kind: 'WORK', needs: annictFolder, asks: () => annict(catalogue, hidden) },
    { name: 'annictAbsent', kind: 'WORK', needs: annictFolder, asks: () => annictAbsent(catalogue) },
    { name: 'anilistChinese', kind: 'WORK', needs: anilistChineseFolder, asks: () => holes.anilistChinese.asks },
    { name: 'slugs', kind: 'WORK', asks: () => holes.slugs.asks },
    { name: 'lasercutSlugs', kind: 'WORK', needs: lasercutFolder, asks: () => lasercutSlugs(catalogue, hidden) },
    { name: 'absentSlugs', kind: 'WORK', asks: () => absentSlugs(catalogue) },
    { name: 'madbKana', kind: 'WORK', needs: madbFolder, asks: () => madbKana(catalogue, hidden) },
    { name: 'people', kind: 'ARTIST', asks: () => holes.people.asks },
    { name: 'songs', kind: 'SONG', asks: () => holes.songs.asks.map((ask) => ({ ...ask, artist: undefined })) },
    { name: 'songsByArtist', kind: 'SONG', asks: () => holes.songs.asks.filter(({ artist }) => artist !== undefined) },
  ];
  const isAskable = ({ needs }: Planned) => needs === undefined || isThere(needs);
  return {
    hidden: without(catalogue, hidden),
    catalogue,
    sets: planned.filter(isAskable).map(({ name, kind, graph = 'hidden', asks }) => ({ name, kind, graph, asks: asks() })),
    missing: [
      ...planned.filter((each) => !isAskable(each)).map(({ name, needs }) => `${name} is left out: ../shared/${needs} is not there.`),
      ...(isThere(personalNamesFolder) ? [] : [`readings has curated people only: ../shared/${personalNamesFolder} is not there.`]),
    ],
  };
}

/** A set, with the folder of ../shared that it can't be made without. */
interface Planned extends Omit<EvalSet, 'asks' | 'graph'> {
  readonly graph?: EvalSet['graph'];
  readonly needs?: string;
  readonly asks: () => EvalSet['asks'];
}
