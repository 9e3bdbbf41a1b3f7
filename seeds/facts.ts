import { isDeepStrictEqual } from 'node:util';
import { type CheckedFile, FactErrors, readFactFiles } from './factFiles.js';
import type { FactFile, Told } from './factModel.js';
import { factsOf } from './factStatements.js';
import type { Statements } from './statements.js';

/** Sections in which things are told of by key; a key means the same thing in every file. */
export const sections = [
  'works',
  'franchises',
  'artists',
  'songs',
  'characters',
  'goods',
  'organizations',
  'campaigns',
  'factors',
  'charts',
] as const;
export type Section = (typeof sections)[number];

/** One thing as all files of one source together tell it. */
export interface Telling<S extends Section = Section> {
  readonly section: S;
  readonly key: string;
  readonly source: string;
  readonly told: Told<S>;
}

/** Everything that the files say, joined. */
export interface World {
  readonly tellings: readonly Telling[];
  readonly relations: readonly Listed<'relations'>[];
  readonly tieUps: readonly Listed<'tieUps'>[];
  readonly related: readonly Listed<'related'>[];
}

/** An entry of a section without keys, with the source that tells it. */
export type Listed<S extends 'relations' | 'tieUps' | 'related'> = NonNullable<FactFile[S]>[number] & { readonly source: string };

/** The curated facts of a folder, checked: form, references and agreement between files. */
export function curatedFacts(folder: string): Statements {
  const { files, sources } = readFactFiles(folder);
  const { things, tellings, mistakes: contradictions } = joined(files);
  const known = new Set(sources.map(({ key }) => key));
  const mistakes = [...contradictions, ...files.flatMap((file) => danglingIn(file, things, known))];
  if (mistakes.length > 0) throw new FactErrors(mistakes);
  const world: World = {
    tellings,
    relations: files.flatMap(({ facts }) => listed(facts, facts.relations)),
    tieUps: files.flatMap(({ facts }) => listed(facts, facts.tieUps)),
    related: files.flatMap(({ facts }) => listed(facts, facts.related)),
  };
  return { sources, ...factsOf(world) };
}

const sourceOf = ({ source }: FactFile) => source ?? 'curated';

const listed = <Entry extends object>(facts: FactFile, entries: readonly Entry[] = []) =>
  entries.map((entry) => ({ ...entry, source: sourceOf(facts) }));

interface Joined {
  /** What all files together tell, by section and key; here they must agree. */
  readonly things: ReadonlyMap<string, Fields>;
  /** The same apart by source, so that each fact names its own; what is printed somewhere before what is curated. */
  readonly tellings: readonly Telling[];
  readonly mistakes: readonly string[];
}

type Fields = Record<string, unknown>;

function joined(files: readonly CheckedFile[]): Joined {
  const things = new Map<string, Fields>();
  const places = new Map<string, string>();
  const tellings = new Map<string, Telling>();
  const mistakes: string[] = [];
  for (const { file, section, key, told } of files.flatMap(entries)) {
    const path = [section, key];
    mistakes.push(...merge(keep(things, path.join('.'), {}), told, path, file, places));
    const source = sourceOf(file.facts);
    // A telling of several files has the form that each of them was checked for.
    const telling = keep(tellings, [...path, source].join('.'), { section, key, source, told: {} } as unknown as Telling);
    merge(telling.told as Fields, told, path, file, new Map());
  }
  const printed = (telling: Telling) => (telling.source === 'curated' ? 1 : 0);
  return { things, tellings: [...tellings.values()].sort((one, other) => printed(one) - printed(other)), mistakes };
}

function entries(
  file: CheckedFile,
): readonly { readonly file: CheckedFile; readonly section: Section; readonly key: string; readonly told: Fields }[] {
  return sections.flatMap((section) => Object.entries(file.facts[section] ?? {}).map(([key, told]) => ({ file, section, key, told })));
}

function keep<Value>(map: Map<string, Value>, key: string, fresh: Value): Value {
  const value = map.get(key) ?? fresh;
  map.set(key, value);
  return value;
}

/** Adds what a file tells; gives a mistake for each field that was told otherwise before. */
function merge(known: Fields, told: Fields, path: readonly string[], file: CheckedFile, places: Map<string, string>): readonly string[] {
  return Object.entries(told).flatMap(([field, value]) => {
    const here = [...path, field];
    const name = here.join('.');
    const before = known[field];
    if (before === undefined || value === undefined) {
      if (value !== undefined) places.set(name, file.place(here));
      known[field] ??= Array.isArray(value) ? [...value] : isMap(value) ? {} : value;
      return isMap(value) ? merge(known[field] as Fields, value, here, file, places) : [];
    }
    if (Array.isArray(before) && Array.isArray(value)) {
      before.push(...value.filter((each) => !before.some((other) => isDeepStrictEqual(each, other))));
      return [];
    }
    if (isMap(before) && isMap(value)) return merge(before, value, here, file, places);
    return isDeepStrictEqual(before, value)
      ? []
      : [
          `${file.place(here)}: ${name} is ${JSON.stringify(value)} here, but ${JSON.stringify(before)} in ${places.get(name) ?? 'another file'}. Make them one.`,
        ];
  });
}

const isMap = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Keys that are used, but that no file tells of. */
function danglingIn(file: CheckedFile, things: ReadonlyMap<string, Fields>, sources: ReadonlySet<string>): readonly string[] {
  const mistakes: string[] = [];
  const check = (section: Section, key: string | undefined, path: readonly PropertyKey[]) => {
    if (key !== undefined && !things.has(`${section}.${key}`))
      mistakes.push(`${file.place(path)}: ${path.map(String).join('.')}: no file tells of ${key} under ${section}. Tell of it, or correct the key.`);
  };
  const { facts } = file;
  if (!sources.has(sourceOf(facts))) mistakes.push(`${file.place(['source'])}: sources.yaml has no source ${sourceOf(facts)}.`);
  for (const { section, key, path } of [...references(facts), ...worksOfVoices(facts)]) check(section, key, path);
  return mistakes;
}

interface Reference {
  readonly section: Section;
  readonly key: string | undefined;
  readonly path: readonly PropertyKey[];
}

/** Which field of which section names things of which section. */
const referring: Readonly<Record<string, Readonly<Record<string, Section>>>> = {
  works: { studios: 'organizations' },
  franchises: { parts: 'works', story: 'works' },
  relations: { from: 'works', of: 'works' },
  artists: { members: 'artists', influencedBy: 'artists', factors: 'factors' },
  songs: { performers: 'artists', featuring: 'artists', lyrics: 'artists', music: 'artists', arrangement: 'artists', factors: 'factors' },
  tieUps: { song: 'songs', work: 'works', on: 'organizations' },
  characters: { in: 'works', voices: 'artists', factors: 'factors' },
  goods: { maker: 'organizations', characters: 'characters', works: 'works' },
  organizations: { factors: 'factors' },
  campaigns: { brand: 'organizations', songs: 'songs', works: 'works', characters: 'characters', factors: 'factors' },
  factors: { broader: 'factors', opposite: 'factors' },
  related: { terms: 'factors' },
  charts: { songs: 'songs' },
};

function references(facts: FactFile): readonly Reference[] {
  return Object.entries(referring).flatMap(([from, fields]) =>
    Object.entries(facts[from as keyof FactFile] ?? {}).flatMap(([key, entry]) =>
      Object.entries(fields).flatMap(([field, section]) =>
        keysIn((entry as Fields)[field]).map((named) => ({
          section,
          key: named,
          path: [from, Array.isArray(facts[from as keyof FactFile]) ? Number(key) : key, field],
        })),
      ),
    ),
  );
}

/** The keys in a field: a key, a list of keys or of things with an artist, or a map by key. */
function keysIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap((each) => (isMap(each) ? keysIn(each['artist']) : keysIn(each)));
  return isMap(value) ? Object.keys(value) : [];
}

/** The works that a voice is limited to. */
function worksOfVoices({ characters }: FactFile): readonly Reference[] {
  return Object.entries(characters ?? {}).flatMap(([key, { voices }]) =>
    (voices ?? []).flatMap(({ works }) =>
      (works ?? []).map((work): Reference => ({ section: 'works', key: work, path: ['characters', key, 'voices'] })),
    ),
  );
}
