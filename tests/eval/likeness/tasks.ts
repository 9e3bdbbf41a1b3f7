import { grouped } from '../../../seeds/grouped.js';
import type { Holdout, Pair } from './holdout.js';
import type { Question, Task } from './question.js';

/** All that is asked of a graph that lacks what is hidden. */
export function tasksOf({ hidden, remaining }: Holdout): readonly Task[] {
  return [
    {
      name: 'group of a member',
      told: 'a membership is hidden; similarArtists of the member should hold the group',
      of: 'Artist',
      to: 'Artist',
      document: similarArtists,
      questions: ends(hidden.membership, remaining.membership),
    },
    {
      name: 'member of a group',
      told: 'the same the other way round',
      of: 'Artist',
      to: 'Artist',
      document: similarArtists,
      questions: ends(hidden.membership.map(turned), remaining.membership.map(turned)),
    },
    {
      name: 'fellow members',
      told: 'the same; similarArtists of the member should hold the others of the group',
      of: 'Artist',
      to: 'Artist',
      document: similarArtists,
      questions: others(hidden.membership, remaining.membership),
    },
    {
      name: 'parts of a franchise',
      told: 'the only franchise of a work is hidden, and all that relates it directly to parts of it; relatedWorks should hold the other parts',
      of: 'Work',
      to: 'Work',
      document: relatedWorks,
      questions: others(hidden.part, remaining.part),
    },
    {
      name: 'song of a work',
      told: 'all tie-ups of a song with a work are hidden; recommend(likes: [work], kinds: [SONG]) should hold the song',
      of: 'Work',
      to: 'Song',
      document: recommended('SONG'),
      questions: ends(hidden.tieUp.map(turned), remaining.tieUp.map(turned)),
    },
    {
      name: 'work of a song',
      told: 'the same the other way round, kinds: [WORK]',
      of: 'Song',
      to: 'Work',
      document: recommended('WORK'),
      questions: ends(hidden.tieUp, remaining.tieUp),
    },
    {
      name: 'term of a song',
      told: 'that a song expresses a term is hidden; the songs of similarSongs speak for theirs',
      of: 'Song',
      to: 'Song',
      document: `query Likeness($id: ID!) { from: song(id: $id) { likes: similarSongs(first: 50) { score to: song { id } } } }`,
      terms: byFrom(remaining.termOfSong),
      questions: ends(hidden.termOfSong, remaining.termOfSong),
    },
    {
      name: 'term of a work',
      told: 'the same of works and relatedWorks',
      of: 'Work',
      to: 'Work',
      document: relatedWorks,
      terms: byFrom(remaining.termOfWork),
      questions: ends(hidden.termOfWork, remaining.termOfWork),
    },
  ];
}

const similarArtists = `query Likeness($id: ID!) { from: artist(id: $id) { likes: similarArtists(first: 50) { score to: artist { id } } } }`;
const relatedWorks = `query Likeness($id: ID!) { from: work(id: $id) { likes: relatedWorks(first: 50) { score to: work { id } } } }`;
const recommended = (kind: string) =>
  `query Likeness($id: ID!) { likes: recommend(likes: [$id], kinds: [${kind}], first: 50) { score to: node { id } } }`;

const turned = ({ from, to }: Pair): Pair => ({ from: to, to: from });

const byFrom = (pairs: readonly Pair[]): ReadonlyMap<string, readonly string[]> =>
  new Map([...grouped(pairs, ({ from }) => from)].map(([from, each]) => [from, each.map(({ to }) => to)]));

/** From one end of each hidden fact the other end. */
function ends(hidden: readonly Pair[], remaining: readonly Pair[]): readonly Question[] {
  const known = byFrom(remaining);
  return [...byFrom(hidden)].map(([of, truths]) => ({ of, truths: new Set(truths), known: new Set(known.get(of)) }));
}

/** From one end of each hidden fact all that have the same other end, but what shares another with it still. */
function others(hidden: readonly Pair[], remaining: readonly Pair[]): readonly Question[] {
  const held = byFrom([...hidden, ...remaining].map(turned));
  const open = byFrom(remaining);
  const mates = (of: string, wholes: readonly string[]) => wholes.flatMap((whole) => held.get(whole) ?? []).filter((id) => id !== of);
  return [...byFrom(hidden)].flatMap(([of, wholes]) => {
    const known = new Set(mates(of, open.get(of) ?? []));
    const truths = new Set(mates(of, wholes).filter((id) => !known.has(id)));
    return truths.size > 0 ? [{ of, truths, known }] : [];
  });
}
