import { fold } from '../../../src/names/fold.js';
import type { Reading } from '../../source.js';
import type { FactTold } from '../../told.js';
import type { Artists } from './artists.js';
import { type Credit, creditsOf } from './credits.js';
import { rejected } from './rejected.js';
import type { Role, Theme, Use } from './themeText.js';
import { named } from './values.js';

interface Around {
  readonly voices: ReadonlySet<string>;
  readonly artists: Artists;
  /** Of the work. */
  readonly year: number | undefined;
}

/** The songs of a work with those who are credited, and what each is for. */
export function* songs(work: string, place: string, themes: readonly Theme[], { voices, artists, year }: Around): Generator<Reading> {
  for (const [index, theme] of themes.entries()) {
    const read = [...theme.credits].map(([role, text]) => ({ role, ...creditsOf(text, voices) }));
    const credits = read.flatMap(({ role, credits }) => credits.map((credit) => ({ role, credit })));
    for (const text of read.flatMap(({ unread }) => unread))
      yield rejected(`${place}#theme`, `a credit names people, but ${text} is no name that could be told from the words around it.`, text);
    yield* artists.tell(
      credits.map(({ credit }) => credit.name),
      place,
    );
    const performer = credits.find(({ role }) => role === 'PERFORMER')?.credit.name;
    const song = refOf(work, theme, performer);
    yield {
      place: `${place}#theme`,
      told: {
        type: 'Song',
        record: `${work}/theme/${index + 1}`,
        ref: song,
        names: [named(theme.title, 'OFFICIAL')],
        ids: [],
        facts: performances(credits, artists),
        fields: {},
        known: { ...(performer && { artist: performer }), ...(year && { year }) },
      },
    };
    yield* theme.uses.map((use, at) => tieUp(`${work}/theme/${index + 1}/use/${at + 1}`, place, use, song, work));
  }
}

/** The same title by the same performer is the same song; where nobody is named, it is known by its work. */
function refOf(work: string, { title }: Theme, performer: string | undefined): string {
  return `song/${fold(title).slice(0, 150)}/${performer === undefined ? work : fold(performer).slice(0, 100)}`;
}

interface Credited {
  readonly role: Role;
  readonly credit: Credit;
}

function performances(credits: readonly Credited[], artists: Artists): FactTold[] {
  const facts = credits.map(({ role, credit }, index): [string, FactTold] => {
    const actual = role === 'PERFORMER' && credit.featured ? 'FEATURED' : role;
    const other = artists.refOf(credit.name);
    const order = credits.slice(0, index + 1).filter((each) => each.role === role).length;
    const says = { order, ...(credit.creditedAs !== credit.name && { creditedAs: credit.creditedAs }) };
    return [`${other} ${actual}`, { type: 'PERFORMS', other, identity: { role: actual }, says }];
  });
  return [...new Map(facts.toReversed()).values()].toReversed();
}

function tieUp(record: string, place: string, { kind, sequence }: Use, song: string, work: string): Reading {
  return {
    place: `${place}#theme`,
    told: {
      type: 'TieUp',
      record,
      ref: record,
      names: [],
      ids: [],
      facts: [
        { type: 'USES', other: song },
        { type: 'FOR', other: work },
      ],
      fields: { kind, ...(sequence && { sequence }) },
      within: [song, work],
    },
  };
}
