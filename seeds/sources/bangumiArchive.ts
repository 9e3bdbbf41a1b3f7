import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { Meter } from '../reading/reached.js';
import type { DataSource, Reached, Reading, SourceTold } from '../source.js';
import type { NameTold } from '../told.js';
import { dateOf } from './dumps/dates.js';
import { type Line, readLines } from './dumps/lines.js';
import { toldOf } from './toldOf.js';

/** The weekly export of Bangumi (github.com/bangumi/Archive), unpacked: subjects, persons and characters, and who is in what. Reads a folder. */
export const bangumiArchive: DataSource = { key: 'bangumi-archive', describe, read };

function describe(path: string): SourceTold {
  if (!existsSync(join(path, 'subject.jsonlines')))
    throw new Error(`The Bangumi archive is a folder with subject.jsonlines in it, but ${path} has none; unpack the dump and give its folder.`);
  return { key: 'bangumi-archive', title: 'Bangumi Archive', licence: "Bangumi's terms of use", url: 'https://github.com/bangumi/Archive' };
}

const id = z.int();
const subjectModel = z.object({ id, type: z.int(), name: z.string(), name_cn: z.string(), platform: z.int(), date: z.string().optional() });
const personModel = z.object({ id, type: z.int(), name: z.string(), infobox: z.string() });
const characterModel = z.object({ id, role: z.int(), name: z.string(), infobox: z.string() });
const appearanceModel = z.object({ character_id: id, subject_id: id, type: z.int() });
const voiceModel = z.object({ person_id: id, subject_id: id, character_id: id });
const staffModel = z.object({ person_id: id, subject_id: id, position: z.int() });

/** 1 books, 2 anime, 4 games; music (3) is discs, and 6 is all that is filmed. The platform tells books and anime apart. */
function mediumOf({ type, platform }: z.infer<typeof subjectModel>): { medium?: string; format?: string } | undefined {
  if (type === 2) return { medium: 'ANIME', ...(formats[platform] && { format: formats[platform] }) };
  if (type === 1) return books[platform] ? { medium: books[platform] } : {};
  if (type === 4) return { medium: 'GAME' };
  return type === 6 ? {} : undefined;
}

/** Numbers of bangumi/common's subject_platforms.yml. */
const formats: Readonly<Record<number, string>> = { 1: 'TV', 2: 'OVA', 3: 'MOVIE', 5: 'WEB' };
const books: Readonly<Record<number, string>> = { 1001: 'MANGA', 1002: 'NOVEL' };
const roles: Readonly<Record<number, string>> = { 1: 'MAIN', 2: 'SUPPORTING', 3: 'MINOR' };
const persons: Readonly<Record<number, { readonly type: string; readonly kind: string }>> = {
  1: { type: 'Artist', kind: 'PERSON' },
  2: { type: 'Organization', kind: 'COMPANY' },
  3: { type: 'Artist', kind: 'GROUP' },
};

async function* read(path: string, reached: Reached): AsyncIterable<Reading> {
  const at = (name: string) => join(path, `${name}.jsonlines`);
  const meter = new Meter(['person-characters', 'subject-characters', 'subject-persons', 'person', 'subject', 'character'].map(at), reached);
  const lines = <Row>(name: string, model: z.ZodType<Row>) => readLines(at(name), model, meter.next(at(name)));
  const told = new Set<string>();
  const voices = await grouped(lines('person-characters', voiceModel), ({ character_id }) => character_id);
  const appearances = await grouped(lines('subject-characters', appearanceModel), ({ character_id }) => character_id);
  const staff = await grouped(lines('subject-persons', staffModel), ({ subject_id }) => subject_id);
  for (const { rejected } of [voices, appearances, staff]) yield* rejected;

  for await (const line of lines('person', personModel)) {
    if ('rejected' in line) {
      yield line;
      continue;
    }
    const { place, value } = line;
    const kind = persons[value.type];
    if (!kind) yield rejectedAt(place, `A person's type must be one of 1, 2, 3, but got ${value.type}.`, value.name);
    else yield tell(place, kind.type, `person:${value.id}`, namesOf(value.name, chinese(value.infobox)), { kind: kind.kind });
    if (kind?.type === 'Artist') told.add(`person:${value.id}`);
  }

  for await (const line of lines('subject', subjectModel)) {
    if ('rejected' in line) {
      yield line;
      continue;
    }
    const { place, value } = line;
    const fields = mediumOf(value);
    if (!fields) {
      yield rejectedAt(
        place,
        `A subject's type must be one of 1, 2, 4, 6 to be a work, but got ${value.type}; music is told by disc, not by song.`,
        value.name,
      );
      continue;
    }
    const start = dateOf(value.date);
    const workers = staff.of(value.id);
    for (const { person_id } of workers.filter((each) => !told.has(`person:${each.person_id}`)))
      yield rejectedAt(place, `Its person ${person_id} is told of by person.jsonlines as no artist, so what they did is left out.`, value.name);
    const facts = workers
      .filter(({ person_id }) => told.has(`person:${person_id}`))
      .map(({ person_id, position }) => ({ type: 'WORKED_ON', other: `person:${person_id}`, identity: { role: `bangumi ${position}` } }));
    const ids = [{ site: 'BANGUMI', value: String(value.id) }];
    yield tell(place, 'Work', `subject:${value.id}`, namesOf(value.name, value.name_cn), { ...fields, ...(start && { start }) }, facts, ids);
    told.add(`subject:${value.id}`);
  }

  for await (const line of lines('character', characterModel)) {
    if ('rejected' in line) {
      yield line;
      continue;
    }
    const { place, value } = line;
    const works = appearances.of(value.id);
    const spoken = byNumber(voices.of(value.id), ({ person_id }) => person_id);
    const missing = [...works.map((each) => `subject:${each.subject_id}`), ...[...spoken.keys()].map((person) => `person:${person}`)];
    for (const other of missing.filter((each) => !told.has(each)))
      yield rejectedAt(
        place,
        `It leads to ${other}, which the archive does not tell of as a work or an artist, so that fact is left out.`,
        value.name,
      );
    yield tell(place, 'Character', `character:${value.id}`, namesOf(value.name, chinese(value.infobox)), {}, [
      ...works
        .filter(({ subject_id }) => told.has(`subject:${subject_id}`))
        .map(({ subject_id, type }) => ({ type: 'APPEARS_IN', other: `subject:${subject_id}`, ...(roles[type] && { says: { role: roles[type] } }) })),
      ...[...spoken]
        .filter(([person]) => told.has(`person:${person}`))
        .map(([person, each]) => ({
          type: 'VOICES',
          other: `person:${person}`,
          identity: { language: 'ja' },
          says: { works: each.map(({ subject_id }) => `subject:${subject_id}`) },
        })),
    ]);
  }
}

const rejectedAt = (place: string, reason: string, row: string): Reading => ({ rejected: { place, reason, row } });

const tell = (place: string, type: string, ref: string, names: NameTold[], fields: object, facts: object[] = [], ids: object[] = []): Reading =>
  toldOf(place, { type, record: ref, ref, names, ids, fields, facts });

const namesOf = (name: string, han: string | undefined): NameTold[] => [
  { text: name, kind: 'OFFICIAL', language: /[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(name) ? 'ja' : null },
  ...(han && han !== name ? [{ text: han, kind: 'TRANSLATION' as const, language: 'zh' }] : []),
];

const chinese = (infobox: string): string | undefined => /^\|\s*简体中文名\s*=[ \t]*([^\r\n]+?)\s*$/m.exec(infobox)?.[1];

/** The rows of a file of links by what they are looked for with: numbers only. */
async function grouped<Row>(lines: AsyncIterable<Line<Row>>, by: (row: Row) => number) {
  const rows: Row[] = [];
  const rejected: Reading[] = [];
  for await (const line of lines) {
    if ('rejected' in line) rejected.push(line);
    else rows.push(line.value);
  }
  const groups = byNumber(rows, by);
  return { rejected, of: (key: number): readonly Row[] => groups.get(key) ?? [] };
}

function byNumber<Row>(rows: readonly Row[], by: (row: Row) => number): ReadonlyMap<number, readonly Row[]> {
  const groups = new Map<number, Row[]>();
  for (const row of rows) {
    const group = groups.get(by(row)) ?? [];
    group.push(row);
    groups.set(by(row), group);
  }
  return groups;
}
