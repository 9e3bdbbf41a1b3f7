import type { Execute } from './execute.js';

const byMal = 'externalId: { site: MAL, value: "44511" }';

/** The eight questions that are measured (npm run bench), asked of the default data. */
export async function questions(execute: Execute): Promise<Readonly<Record<string, string>>> {
  const song = await idOf(execute, '{ search(query: "KICK BACK", kinds: [SONG], first: 1) { nodes { id } } }');
  const artist = await idOf(execute, '{ search(query: "米津玄師", kinds: [ARTIST], first: 1) { nodes { id } } }');
  return {
    'Q1 a song: artists, tie-ups, works': `{ song(id: "${song}") { title { original } artists { role artist { name { original } } } tieUps { totalCount nodes { kind work { title { original } medium } } } } }`,
    'Q2 a work: tie-ups, songs, artists, 20 characters': `{ work(${byMal}) { title { original } tieUps { nodes { kind song { title { original } artists { artist { name { original } } } } } } characters(first: 20) { edges { role node { name { original } } voices { artist { name { original } } } } } } }`,
    'Q3 an artist: 20 songs with tie-ups, 10 similar artists': `{ artist(id: "${artist}") { songs(first: 20) { edges { roles node { title { original } tieUps { nodes { kind work { title { original } } } } } } } similarArtists(first: 10) { score artist { name { original } } reasons { weight text path { node { id } } } } } }`,
    'Q4 a page of 50 works: tie-ups, songs, artists': `{ works(first: 50, where: { year: { from: 2022, to: 2022 } }) { nodes { title { original } tieUps { nodes { song { title { original } artists { artist { name { original } } } } } } } } }`,
    'Q5 related works two hops away: their songs and artists': `{ work(${byMal}) { relations { work { relations { kind work { title { original } songs { nodes { title { original } artists { artist { name { original } } } } } } } } } } }`,
    'Q9 works most like those most like it, with reasons': `{ work(${byMal}) { relatedWorks(first: 5) { work { relatedWorks(first: 5) { score reasons { text } work { title { original } songs { nodes { title { original } artists { artist { name { original } } } } } } } } } } }`,
    'Q6 similar artists with reasons': `{ artist(id: "${artist}") { similarArtists(first: 10) { score artist { id name { original } } reasons { weight path { node { id } } } } } }`,
    'Q7 search':
      '{ search(query: "チェンソーマン", first: 10) { edges { score matchedName { text } node { id ... on Work { title { original } } } } } }',
    'Q8 a page of works by filter and order':
      '{ works(first: 20, where: { medium: { in: [ANIME] }, year: { from: 2018, to: 2018 } }, orderBy: [{ field: START, direction: DESC }]) { totalCount pageInfo { hasNextPage endCursor } nodes { title { original } start { iso } format } } }',
  };
}

async function idOf(execute: Execute, query: string): Promise<string> {
  const { data } = await execute(query);
  return JSON.stringify(data).match(/[a-z]{3}_[0-9a-z]+/)?.[0] ?? 'none';
}
