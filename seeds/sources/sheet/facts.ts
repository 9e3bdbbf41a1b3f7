import type { Reading } from '../../source.js';
import type { FactTold, ThingType } from '../../told.js';
import { languageByLetters } from '../languages.js';
import { toldOf } from '../toldOf.js';
import type { Cells, FactorSaid } from './cells.js';
import type { SheetType } from './columns.js';
import type { Index } from './index.js';
import { fieldsOf, refOf, THING_TYPES } from './things.js';

/** A column that leads to other things: a fact for each. */
interface Leads {
  readonly column: string;
  readonly fact: FactTold['type'];
  /** Where the name may stand; a name that stands nowhere becomes a thing of the first. */
  readonly to: readonly [Target, ...Target[]];
  readonly identity?: Readonly<Record<string, string>>;
  readonly says?: (cells: Cells) => FactTold['says'];
}

export type Target = Exclude<SheetType, 'tieUp'> | 'franchise';

const credit = (column: string, role: string): Leads => ({ column, fact: 'PERFORMS', to: ['artist'], identity: { role } });

const LEADS: Readonly<Record<SheetType, readonly Leads[]>> = {
  work: [
    { column: 'franchise', fact: 'PART_OF', to: ['franchise'] },
    { column: 'studios', fact: 'MADE_BY', to: ['organization'] },
  ],
  song: [
    credit('performers', 'PERFORMER'),
    credit('featured', 'FEATURED'),
    credit('lyricists', 'LYRICIST'),
    credit('composers', 'COMPOSER'),
    credit('arrangers', 'ARRANGER'),
  ],
  artist: [
    { column: 'members', fact: 'MEMBER_OF', to: ['artist'] },
    { column: 'influencedBy', fact: 'INFLUENCED_BY', to: ['artist'] },
  ],
  tieUp: [
    { column: 'song', fact: 'USES', to: ['song'] },
    { column: 'work', fact: 'FOR', to: ['work'] },
    { column: 'on', fact: 'ON', to: ['organization'] },
  ],
  character: [
    {
      column: 'works',
      fact: 'APPEARS_IN',
      to: ['work'],
      says: ({ text }) => {
        const role = text('role');
        return role === undefined ? undefined : { role };
      },
    },
    { column: 'voices', fact: 'VOICES', to: ['artist'], identity: { language: 'ja' } },
  ],
  goods: [
    { column: 'shows', fact: 'SHOWS', to: ['character', 'work'] },
    { column: 'makers', fact: 'MADE_BY', to: ['organization'] },
  ],
  organization: [],
  campaign: [
    { column: 'brand', fact: 'CAMPAIGN_OF', to: ['organization'] },
    { column: 'songs', fact: 'FEATURES', to: ['song'] },
    { column: 'works', fact: 'FEATURES', to: ['work'] },
    { column: 'characters', fact: 'FEATURES', to: ['character'] },
  ],
};

/** The facts of a row, after the things that only they name. */
export function* factsOf(cells: Cells, index: Index): Iterable<Reading> {
  const { row } = cells;
  const place = `${row.file}:${row.line}`;
  const facts: FactTold[] = [];
  for (const { column, fact, to, identity, says } of LEADS[row.type]) {
    const text = row.cells.has(column) ? listed(cells, column) : [];
    for (const name of text) {
      const { ref, isNew } = index.find(name, to);
      if (isNew) yield named(place, name, ref, to[0]);
      const said = says?.(cells);
      facts.push({ type: fact, other: ref, ...(identity && { identity: { ...identity } }), ...(said && { says: said }) });
    }
  }
  for (const factor of cells.factors) {
    const ref = factorRef(factor);
    if (index.isNew(ref)) yield factorTold(place, factor, ref);
    facts.push({ type: 'EXPRESSES', other: ref, ...(factor.weight !== undefined && { says: { weight: factor.weight } }) });
  }
  const isTieUp = row.type === 'tieUp';
  if (facts.length === 0 && !isTieUp) return;
  const ref = refOf(cells);
  const within = isTieUp ? facts.filter(({ type }) => type !== 'ON').map(({ other }) => other) : undefined;
  yield toldOf(place, {
    type: THING_TYPES[row.type],
    record: isTieUp ? ref : `facts:${ref}`,
    ref,
    names: [],
    ids: isTieUp ? [...cells.ids] : [],
    fields: isTieUp ? fieldsOf(cells) : {},
    facts,
    ...(within && { within }),
  });
}

/** These columns hold one name, which may have a `;` in it. */
const single: ReadonlySet<string> = new Set(['franchise', 'song', 'work', 'brand']);

const listed = ({ text, list }: Cells, column: string) => (single.has(column) ? [text(column)].filter((name) => name !== undefined) : list(column));

const typeOf = (target: Target): ThingType => (target === 'franchise' ? 'Franchise' : THING_TYPES[target]);

/** What the sheet only names is looked for among all that looks alike. */
const named = (place: string, name: string, ref: string, target: Target): Reading =>
  toldOf(place, {
    type: typeOf(target),
    record: ref,
    ref,
    names: [{ text: name, kind: 'OFFICIAL', language: languageByLetters(name) }],
    ids: [],
    fields: {},
    facts: [],
    link: 'CAREFULLY',
  });

const factorRef = ({ facet, subFacet, term }: FactorSaid) => `factor:${[facet, subFacet ?? '', term].join('/')}`;

const factorTold = (place: string, { facet, subFacet, term }: FactorSaid, ref: string): Reading =>
  toldOf(place, {
    type: 'Factor',
    record: ref,
    ref,
    names: [{ text: term, kind: 'OFFICIAL', language: languageByLetters(term) }],
    ids: [],
    fields: { facet, ...(subFacet !== undefined && { subFacet }) },
    facts: [],
  });
