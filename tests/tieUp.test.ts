import { expect, test } from '@jest/globals';
import { executor } from './support/execute.js';

const ask = await executor();

const openingOfChainsawMan = 'tieUps(where: {kind: {in: [OPENING]}, work: {id: {in: ["wrk_hjy95qp21a423w"]}}})';

test('KICK BACK is the opening of チェンソーマン on テレビ東京, says the briefing of ソケット', async () => {
  const { data } = await ask(`{ ${openingOfChainsawMan} { totalCount nodes {
    kind song { title { original } } work { title { original } } broadcaster { name { original } kind } source { key }
  } } }`);
  expect(data).toEqual({
    tieUps: {
      totalCount: 1,
      nodes: [
        {
          kind: 'OPENING',
          song: { title: { original: 'KICK BACK' } },
          work: { title: { original: 'チェンソーマン' } },
          broadcaster: { name: { original: 'テレビ東京' }, kind: 'BROADCASTER' },
          source: { key: 'sockets-briefing-2024' },
        },
      ],
    },
  });
});

test('the only opening has no number, the only version neither; its episodes and days are not stated', async () => {
  const { data } = await ask(`{ ${openingOfChainsawMan} { nodes { sequence version episodes { first last } onAirFrom { iso } onAirTo { iso } } } }`);
  expect(data).toEqual({ tieUps: { nodes: [{ sequence: null, version: null, episodes: [], onAirFrom: null, onAirTo: null }] } });
});

test('a tie-up is found by its id', async () => {
  const { data } = await ask('{ tieUp(id: "tie_ex13p7mpqdy85w") { id song { title { original } } } }');
  expect(data).toEqual({ tieUp: { id: 'tie_ex13p7mpqdy85w', song: { title: { original: 'KICK BACK' } } } });
});

test('残機 is the second ending of チェンソーマン, heard in its second episode', async () => {
  const { data } = await ask(`{ work(externalId: {site: MAL, value: "44511"}) { tieUps(where: {song: {id: {in: ["sng_gppdbskqqp24zw"]}}}) { nodes {
    kind sequence episodes { first last } song { title { original } }
  } } } }`);
  expect(data).toEqual({
    work: { tieUps: { nodes: [{ kind: 'ENDING', sequence: 2, episodes: [{ first: 2, last: 2 }], song: { title: { original: '残機' } } }] } },
  });
});

test('Beautiful World came back in a second version for ヱヴァンゲリヲン新劇場版:破', async () => {
  const { data } = await ask(`{ search(query: "Beautiful World", kinds: [SONG], first: 1) { nodes { ... on Song {
    tieUps { nodes { kind version work { title { original } } } }
  } } } }`);
  expect(data).toEqual({
    search: {
      nodes: [
        {
          tieUps: {
            nodes: [
              { kind: 'MAIN_THEME', version: null, work: { title: { original: 'ヱヴァンゲリヲン新劇場版:序' } } },
              { kind: 'MAIN_THEME', version: 2, work: { title: { original: 'ヱヴァンゲリヲン新劇場版:破' } } },
            ],
          },
        },
      ],
    },
  });
});

test('the openings of the first season of 呪術廻戦 are numbered', async () => {
  const { data } = await ask(
    '{ work(externalId: {site: MAL, value: "40748"}) { tieUps(where: {kind: {in: [OPENING]}}) { nodes { sequence song { title { original } } } } } }',
  );
  expect(data).toEqual({
    work: {
      tieUps: {
        nodes: [
          { sequence: 1, song: { title: { original: '廻廻奇譚' } } },
          { sequence: 2, song: { title: { original: 'VIVID VICE' } } },
        ],
      },
    },
  });
});

test('every tie-up has a song and a work', async () => {
  const { data } = await ask('{ all: tieUps { totalCount } whole: tieUps(where: {song: {}, work: {}}) { totalCount } }');
  expect(data?.['whole']).toEqual(data?.['all']);
});

test('a tie-up that is not there is null', async () => {
  const { data, errors } = await ask('{ tieUp(id: "tie_0") { id } }');
  expect({ data, errors }).toEqual({ data: { tieUp: null }, errors: [] });
});
