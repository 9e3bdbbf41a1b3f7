import { BadInput } from './graph/errors.js';
import { externalKey } from './graph/externalIds.js';
import type { FindBy } from './graph/find.js';
import { type NodeName, prefixes, typeOfId } from './graph/ids.js';

/** An id here or elsewhere: exactly one of the two. */
export interface Lookup {
  readonly id?: string | null | undefined;
  readonly externalId?: { readonly site: string; readonly value: string } | null | undefined;
}

/** How a record is found by what the caller gave. */
export function keyOfLookup(type: NodeName, { id, externalId }: Lookup): { readonly findBy: FindBy; readonly key: string } {
  if (id != null && externalId == null) return { findBy: 'key', key: ownId(type, id) };
  if (externalId != null && id == null) return { findBy: 'externalId', key: externalKey(externalId.site, externalId.value) };
  throw new BadInput(`Give exactly one of id and externalId, but got ${id == null ? 'neither' : 'both'}.`);
}

function ownId(type: NodeName, id: string): string {
  if (typeOf(id) === type) return id;
  throw new BadInput(`The id of a ${type} begins with ${prefixes[type]}_, but got ${JSON.stringify(id)}. node(id:) takes ids of any kind.`);
}

/** The type that an id speaks of. */
export function typeOf(id: string): NodeName {
  const type = typeOfId(id);
  if (type) return type;
  throw new BadInput(
    `An id looks like wrk_1a2b3c4d5e6f (${Object.values(prefixes).join('_, ')}_), but got ${JSON.stringify(id.slice(0, 60))}. Take ids from an answer of this API; ids of other sites go into externalId.`,
  );
}
