/**
 * What the documents of the long tail are drawn from: types with their plain fields and edges, told once for all ways to
 * answer. Only what every way can say with the same meaning is here.
 */
export type TailTypeName = 'Work' | 'Song' | 'Artist' | 'Character' | 'TieUp';

export interface TailField {
  /** In this product's schema. */
  readonly graphql: string;
  /** The property that holds it. */
  readonly property: string;
  /** The object of the schema it is a part of: title, name, start … */
  readonly within?: string;
}

export interface TailEdge {
  readonly name: string;
  readonly to: TailTypeName;
  /** `one`: exactly one. `many`: a list given whole. `page`: a connection. */
  readonly take: 'one' | 'many' | 'page';
  /** A fact of the relationship itself, and what leads from there to the other end; a page may go without it. */
  readonly said?: string;
  readonly shown?: string;
  /** Cypher from `@this` over the relationship `row` to `that`. */
  readonly pattern: string;
  readonly order: string;
  /** The order for @neo4j/graphql where it can say it: by properties of the relationship, or of the other end. */
  readonly sort?: { readonly of: 'edge' | 'node'; readonly by: readonly string[] };
}

export interface TailType {
  readonly fields: readonly TailField[];
  readonly edges: readonly TailEdge[];
}

const plain = (name: string): TailField => ({ graphql: name, property: name });
const forms = (within: string) => ['original', 'kana', 'romaji', 'english'].map((name) => ({ graphql: name, property: name, within }));
const date = (name: string): TailField => ({ graphql: 'iso', property: name, within: name });

const byName = (variable: string) => `coalesce(${variable}.kana, ${variable}.original)`;
const byRank = { of: 'node', by: ['rank', 'id'] } as const;
const byRowRank = { of: 'edge', by: ['rank'] } as const;

export const tailTypes: Readonly<Record<TailTypeName, TailType>> = {
  Work: {
    fields: [plain('id'), ...forms('title'), plain('medium'), plain('format'), plain('season'), plain('officialSite'), date('start'), date('end')],
    edges: [
      { name: 'tieUps', to: 'TieUp', take: 'page', pattern: '(@this)<-[row:FOR]-(that:TieUp)', order: 'that.rank, that.id', sort: byRank },
      {
        name: 'characters',
        to: 'Character',
        take: 'page',
        said: 'role',
        pattern: '(@this)<-[row:APPEARS_IN]-(that:Character)',
        order: `row.rank, ${byName('that')}, that.id`,
        sort: byRowRank,
      },
    ],
  },
  Song: {
    fields: [plain('id'), ...forms('title'), date('released'), plain('language')],
    edges: [
      {
        name: 'artists',
        to: 'Artist',
        take: 'many',
        said: 'role',
        shown: 'artist',
        pattern: '(@this)<-[row:PERFORMS]-(that:Artist)',
        order: 'row.rank, that.id',
        sort: byRowRank,
      },
      // By the start of the work at the other end, which is no property of the tie-up.
      {
        name: 'tieUps',
        to: 'TieUp',
        take: 'page',
        pattern: '(@this)<-[row:USES]-(that:TieUp)-[:FOR]->(work:Work)',
        order: "coalesce(work.start, '9999'), that.rank, that.id",
      },
    ],
  },
  Artist: {
    fields: [plain('id'), ...forms('name'), plain('kind'), date('born'), date('formed'), plain('from')],
    edges: [
      {
        name: 'voices',
        to: 'Character',
        take: 'page',
        said: 'language',
        pattern: '(@this)-[row:VOICES]->(that:Character)',
        order: `${byName('that')}, row.language, that.id`,
      },
      {
        name: 'memberOf',
        to: 'Artist',
        take: 'many',
        shown: 'group',
        pattern: '(@this)-[row:MEMBER_OF]->(that:Artist)',
        order: `coalesce(row.from, ''), ${byName('that')}, that.id`,
      },
      {
        name: 'members',
        to: 'Artist',
        take: 'many',
        shown: 'member',
        pattern: '(@this)<-[row:MEMBER_OF]-(that:Artist)',
        order: `coalesce(row.from, ''), ${byName('that')}, that.id`,
      },
    ],
  },
  Character: {
    fields: [plain('id'), ...forms('name'), plain('gender'), date('birthday')],
    edges: [
      {
        name: 'works',
        to: 'Work',
        take: 'page',
        said: 'role',
        pattern: '(@this)-[row:APPEARS_IN]->(that:Work)',
        order: "coalesce(that.start, '9999'), that.id",
        sort: { of: 'node', by: ['start', 'id'] },
      },
      {
        name: 'voices',
        to: 'Artist',
        take: 'many',
        said: 'language',
        shown: 'artist',
        pattern: '(@this)<-[row:VOICES]-(that:Artist)',
        order: `row.language DESC, ${byName('that')}, that.id`,
      },
    ],
  },
  TieUp: {
    fields: [plain('id'), plain('kind'), plain('sequence'), plain('version'), date('onAirFrom'), date('onAirTo')],
    edges: [
      { name: 'song', to: 'Song', take: 'one', pattern: '(@this)-[row:USES]->(that:Song)', order: '' },
      { name: 'work', to: 'Work', take: 'one', pattern: '(@this)-[row:FOR]->(that:Work)', order: '' },
    ],
  },
};
