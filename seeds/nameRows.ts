import { createHash } from 'node:crypto';
import { isMergeable } from '../src/graph/ids.js';
import { labelKey } from '../src/graph/nameQuery.js';
import type { Properties, Value } from '../src/graph/properties.js';
import { NAME_KINDS } from '../src/graph/vocabulary.js';
import { gramsOf, sameKeyOf, writeKeys } from '../src/names/keys.js';
import { lengthOf } from '../src/names/length.js';
import { scriptOf } from '../src/names/script.js';
import { blocksOf } from './blocks.js';
import { careFor, isReadIn, spelled } from './spelled.js';
import { assemblyStamp } from './stamps.js';
import type { IdTold, NameTold, ThingType } from './told.js';

/** A thing by what its sources call it, the most trusted first. */
interface Named {
  readonly id: string;
  readonly type: ThingType;
  readonly told: readonly { readonly source: string; readonly names: readonly NameTold[]; readonly ids: readonly IdTold[] }[];
}

/** A name as it is written. */
export interface NameRow {
  readonly key: string;
  /** Null where it is written already. */
  readonly properties: Properties | null;
  readonly source: string;
}

type SourcedName = NameTold & { readonly source: string };

/** All names of a thing, each once; where two sources know the same name, the more trusted one is named for it. To fold a name takes long: it is not done again for those that are `written`. */
export function nameRows(entity: Named, written: ReadonlySet<string> = new Set()): readonly NameRow[] {
  const names = new Map(
    namesOf(entity)
      .filter((name, index, all) => !saysNothingNew(name, all.slice(0, index)))
      .reverse()
      .map((name): [string, SourcedName] => [`${name.kind} ${name.language ?? ''} ${name.text}`, name]),
  );
  const read = isReadIn([...names.values()]);
  return [...names].reverse().map(([identity, { source, ...name }]) => {
    const key = keyOf(entity.id, `${identity} ${name.spoiler ?? false} ${name.language === 'ja' && read}`);
    return { key, source, properties: written.has(key) ? null : { ...propertiesOf(name), ...indexedBy(name, entity.type, read) } };
  });
}

function namesOf({ told }: Named): SourcedName[] {
  return told.flatMap(({ names, source }) => names.map((name) => ({ ...name, source })));
}

/** Whether a more trusted name is written the same, and this one knows no more of it: an alias, or a title in a language not told. */
function saysNothingNew({ text, kind, language }: SourcedName, earlier: readonly SourcedName[]): boolean {
  const same = earlier.filter((name) => name.text === text);
  return same.some((name) => (kind === 'ALIAS' || kind === name.kind) && (language === null || name.language?.startsWith(language)));
}

/** Other code makes other keys of names: names that it would fold otherwise are other nodes. */
function keyOf(id: string, identity: string): string {
  return createHash('sha256').update(`${id} ${identity} ${assemblyStamp}`).digest('base64url').slice(0, 16);
}

function propertiesOf({ text, language, kind, spoiler }: NameTold): Record<string, Value> {
  return { text, language, script: scriptOf(text, language), kind, spoiler: spoiler ?? false, rank: NAME_KINDS.indexOf(kind) };
}

/** What the indexes of names keep of it: `same` and `also1` to `also3` are its blocks (blocks.ts), `base` is what works of one series have in common. */
function indexedBy(name: NameTold, type: string, read: boolean): Record<string, Value> {
  const { text, kind, spoiler } = name;
  const spelling = spelled(text, careFor(name, read));
  const [keys, same] = [`${labelKey(type)} ${writeKeys(spelling)}`, sameKeyOf(spelling)];
  const [also1, also2, also3] = isMergeable(type) ? blocksOf([keys]).filter((block) => block !== same) : [];
  return {
    keys,
    grams: gramsOf(spelling).join(' '),
    same,
    ...(also1 !== undefined && { also1 }),
    ...(also2 !== undefined && { also2 }),
    ...(also3 !== undefined && { also3 }),
    ...(type === 'Work' && isOfSeries(kind, spoiler) && lengthOf(spelling.folded) >= shortestBase && { base: spelling.folded }),
  };
}

/** Shorter names are shared by chance. */
const shortestBase = 6;
const isOfSeries = (kind: NameTold['kind'], spoiler = false) => !spoiler && kind !== 'ABBREVIATION';

/** The forms that a thing carries itself. Where nobody says what it is officially called, it goes by what it is called besides, and a work without any title by its id elsewhere. */
export function displayFormsOf(entity: Named): Record<string, Value> {
  if (entity.type === 'TieUp') return {};
  const names = namesOf(entity);
  const first = (kind: NameTold['kind'], language?: string) =>
    names.find((name) => name.kind === kind && (language === undefined || name.language === language))?.text;
  const original = names.find(({ kind }) => kind === 'OFFICIAL');
  const forms = {
    original: original?.text ?? first('ROMAJI') ?? first('TRANSLATION') ?? first('ALIAS') ?? placeholder(entity),
    kana: first('READING'),
    romaji: first('ROMAJI'),
    english: first('TRANSLATION', 'en') ?? (original?.language === 'en' ? original.text : undefined),
    zhHans: first('TRANSLATION', 'zh-Hans'),
    zhHant: first('TRANSLATION', 'zh-Hant'),
    ko: first('TRANSLATION', 'ko'),
    japanese: first('TRANSLATION', 'ja'),
  };
  return Object.fromEntries(Object.entries(forms).flatMap(([form, text]) => (text === undefined ? [] : [[form, text]])));
}

function placeholder({ told }: Named): string {
  const [id] = told.flatMap(({ ids }) => ids);
  return id ? `${id.site} ${id.value}` : '?';
}
