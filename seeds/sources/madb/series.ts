import { fold } from '../../../src/names/fold.js';
import type { Reading } from '../../source.js';
import { named } from './values.js';

/**
 * Works of one anime, which the data tells by an id alone: an211, where the names stand, is not among its files. A series is told where
 * several works have it, and is called as the one of them whose title begins all others.
 */
export class Series {
  private readonly titles = new Map<string, string[]>();
  private readonly told = new Set<string>();

  add(address: string | undefined, title: string | undefined): void {
    const id = idOf(address);
    if (id !== undefined && title !== undefined) this.titles.set(id, [...(this.titles.get(id) ?? []), title]);
  }

  refOf(address: string | undefined): string | undefined {
    return this.nameOf(idOf(address)) === undefined ? undefined : `an211/${idOf(address)}`;
  }

  *tell(address: string | undefined, place: string): Generator<Reading> {
    const [id, ref, name] = [idOf(address), this.refOf(address), this.nameOf(idOf(address))];
    if (id === undefined || ref === undefined || name === undefined || this.told.has(ref)) return;
    this.told.add(ref);
    yield {
      place,
      told: { type: 'Franchise', record: ref, ref, names: [named(name, 'OFFICIAL')], ids: [{ site: 'MADB', value: id }], facts: [], fields: {} },
    };
  }

  private nameOf(id: string | undefined): string | undefined {
    const titles = this.titles.get(id ?? '') ?? [];
    return titles.length < 2 ? undefined : titles.find((title) => titles.every((other) => fold(other).startsWith(fold(title))));
  }
}

const idOf = (address: string | undefined): string | undefined => /C\d+$/.exec(address ?? '')?.[0];
