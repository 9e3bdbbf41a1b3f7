import { int } from 'neo4j-driver';
import { searchCypher, searchParameters } from '../../operations/searchCypher.js';
import { yearParameters } from '../../operations/yearParameters.js';
import * as edges from './edges.js';
import type { EdgeCypher, Loaders, Thing } from './loaders.js';

interface First {
  readonly first: number;
}

const idOf = (thing: Thing) => String(thing['id']);

/** A plain list. */
const list =
  (edge: EdgeCypher) =>
  (thing: Thing, _args: unknown, { edge: load }: Loaders) =>
    load(edge, idOf(thing));

/** A list of so many. */
const firstOf =
  (edge: EdgeCypher) =>
  (thing: Thing, { first }: First, { edge: load }: Loaders) =>
    load(edge, idOf(thing), first);

/** Exactly one. */
const one =
  (edge: EdgeCypher) =>
  async (thing: Thing, _args: unknown, { edge: load }: Loaders) =>
    (await load(edge, idOf(thing)))[0];

/** A connection whose rows are the things themselves. */
const nodes =
  (edge: EdgeCypher) =>
  async (thing: Thing, { first }: First, { edge: load }: Loaders) => ({
    nodes: await load(edge, idOf(thing), first),
  });

/** A connection whose rows say something of their own. */
const rows =
  (edge: EdgeCypher) =>
  async (thing: Thing, { first }: First, { edge: load }: Loaders) => {
    const found = await load(edge, idOf(thing), first);
    return { edges: found, nodes: found.map((row) => row['node']) };
  };

const date = (property: string) => (thing: Thing) => (thing[property] === undefined ? null : { iso: thing[property] });
const itself = (thing: Thing) => thing;
const root =
  (label: string) =>
  async (_: unknown, { id }: { readonly id: string }, { edge: load }: Loaders) =>
    (await load(edges.byId(label), id))[0];

interface WorksArguments extends First {
  readonly where: { readonly year: { readonly from: number; readonly to: number }; readonly medium?: { readonly in: readonly string[] } };
}

const searchText = `${searchCypher(10)} RETURN {score: score, matchedName: {text: text}, id: id} AS row`;

export const resolvers = {
  Query: {
    work: root('Work'),
    song: root('Song'),
    artist: root('Artist'),
    character: root('Character'),
    works: async (_: unknown, { first, where }: WorksArguments, loaders: Loaders) => {
      const parameters = { ...yearParameters(where.year), media: where.medium?.in ?? null };
      const found = await loaders.rows(edges.works, { ...parameters, first: int(first + 1) });
      return { nodes: found.slice(0, first), pageInfo: { hasNextPage: found.length > first }, parameters };
    },
    search: async (_: unknown, { query }: { readonly query: string }, loaders: Loaders) => ({
      edges: (await loaders.rows(searchText, searchParameters(query))).map((row) => ({ ...row, node: { __typename: 'Work', id: row['id'] } })),
    }),
  },
  WorkConnection: {
    totalCount: async ({ parameters }: { readonly parameters: Thing }, _args: unknown, loaders: Loaders) =>
      (await loaders.rows(edges.workCount, parameters))[0]?.['count'],
  },
  Work: {
    title: itself,
    start: date('start'),
    end: date('end'),
    tieUps: nodes(edges.workTieUps),
    songs: nodes(edges.workSongs),
    characters: rows(edges.workCharacters),
    relatedWorks: firstOf(edges.relatedWorks),
    relations: list(edges.workRelations),
  },
  WorkCharacterEdge: {
    voices: ({ node, workId }: { readonly node: Thing; readonly workId: string }, _args: unknown, { edge: load }: Loaders) =>
      load(edges.appearanceVoices, `${idOf(node)} ${workId}`),
  },
  Song: { title: itself, released: date('released'), artists: list(edges.songArtists), tieUps: tieUpsOfSong },
  SongTieUpConnection: {
    totalCount: async ({ song }: { readonly song: Thing }, _args: unknown, { edge: load }: Loaders) =>
      (await load(edges.songTieUpCount, idOf(song)))[0],
  },
  Artist: {
    name: itself,
    born: date('born'),
    formed: date('formed'),
    songs: nodes(edges.artistSongs),
    voices: rows(edges.artistVoices),
    members: list(edges.artistMembers),
    memberOf: list(edges.artistMemberOf),
    similarArtists: firstOf(edges.similarArtists),
  },
  Character: { name: itself, birthday: date('birthday'), works: rows(edges.characterWorks), voices: list(edges.characterVoices) },
  TieUp: { onAirFrom: date('onAirFrom'), onAirTo: date('onAirTo'), song: one(edges.tieUpSong), work: one(edges.tieUpWork) },
  Reason: { path: ({ path }: { readonly path: readonly string[] }) => path.map((id) => ({ node: { __typename: 'Work', id } })) },
};

async function tieUpsOfSong(song: Thing, { first }: First, { edge: load }: Loaders) {
  return { nodes: await load(edges.songTieUps, idOf(song), first), song };
}
