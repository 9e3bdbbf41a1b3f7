import { BadInput } from './graph/errors.js';
import { NODE_NAMES } from './graph/ids.js';
import { mostNames } from './graph/resolutions.js';
import type { NameAsked } from './graph/resolve.js';

/** A name as the caller gives it. */
export interface NameGiven {
  readonly text: string;
  readonly kind?: string | null | undefined;
  readonly year?: number | null | undefined;
  readonly medium?: string | null | undefined;
  readonly artist?: string | null | undefined;
  readonly work?: string | null | undefined;
  readonly romaji?: string | null | undefined;
}

const longest = 200;

export function checkedNames(names: readonly NameGiven[]): readonly NameAsked[] {
  if (names.length > mostNames)
    throw new BadInput(`At most ${mostNames} names are resolved at once, but got ${names.length}. Ask for the rest in a second operation.`);
  return names.map(({ text, kind, year, medium, artist, work, romaji }, place) => ({
    text: checkedText(text, `names[${place}].text`),
    label: NODE_NAMES.find((name) => name.toUpperCase() === kind),
    year: year ?? undefined,
    medium: medium ?? undefined,
    artist: artist == null ? undefined : checkedText(artist, `names[${place}].artist`),
    work: work == null ? undefined : checkedText(work, `names[${place}].work`),
    romaji: romaji == null ? undefined : checkedText(romaji, `names[${place}].romaji`),
  }));
}

export function checkedText(text: string, where = 'text'): string {
  if (text.trim() !== '' && text.length <= longest) return text;
  throw new BadInput(`${where} must have between 1 and ${longest} characters, but got ${text.trim() === '' ? 'none' : text.length}. Give a name.`);
}
