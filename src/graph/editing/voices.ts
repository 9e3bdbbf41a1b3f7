import type { ManagedTransaction } from 'neo4j-driver';
import { rowsIn } from './asking.js';
import { type Snapshot, snapshotModel } from './snapshot.js';

type Voice = Snapshot['voices'][number];

const voicesFor = `
  MATCH (artist:Artist)-[voice:VOICES]->(character:Character) WHERE $work IN voice.works
  RETURN artist.id AS artist, character.id AS character, voice.language AS language, voice.works AS works
  ORDER BY artist, character, language`;

const worksSet = `
  MATCH (:Artist {id: $artist})-[voice:VOICES {language: $language}]->(:Character {id: $character}) WHERE voice.works = $now
  SET voice.works = $after`;

/** A voice may be told for certain works, by their ids: these follow a work that is merged. Gives the lists as they were. */
export async function moveVoices(transaction: ManagedTransaction, keep: string, drop: string): Promise<Voice[]> {
  const voices = await rowsIn(transaction, snapshotModel.shape.voices.element, voicesFor, { work: drop });
  for (const voice of voices) await transaction.run(worksSet, { ...voice, now: voice.works, after: worksWith(voice.works, keep, drop) });
  return [...voices];
}

/** The lists as they were, where nothing else has changed them since. */
export async function restoreVoices(transaction: ManagedTransaction, voices: readonly Voice[], keep: string, drop: string): Promise<void> {
  for (const voice of voices) await transaction.run(worksSet, { ...voice, now: worksWith(voice.works, keep, drop), after: voice.works });
}

/** The works with one put in the place of another, each once. */
const worksWith = (works: readonly string[], keep: string, drop: string) => [...new Set(works.map((work) => (work === drop ? keep : work)))];
