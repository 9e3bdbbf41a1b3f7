import type { ManagedTransaction } from 'neo4j-driver';
import { z } from 'zod';
import { BadInput, Refused } from '../errors.js';
import { tellGone } from '../gone.js';
import type { Mergeable } from '../ids.js';
import { rowsIn } from './asking.js';
import { contradictionsBetween } from './contradictions.js';
import { isOfficialName, saidBy } from './facts.js';
import { changesBetween, filledFrom } from './filling.js';
import { moveFacts } from './moving.js';
import { type EditRecord, idOf, nextNumber, record } from './record.js';
import { moveRecords } from './records.js';
import type { Snapshot } from './snapshot.js';
import { readThing, type WholeThing } from './thing.js';
import { asParameters } from './typed.js';
import { moveVoices } from './voices.js';

/**
 * Makes two things one: facts, names and ids of the dropped one go to the kept one, absent fields are filled, and the dropped
 * id finds the kept thing for ever. Refused where the two can't be one.
 */
export async function merge(transaction: ManagedTransaction, keep: string, drop: string): Promise<EditRecord> {
  const number = await nextNumber(transaction);
  if (keep === drop) throw new BadInput(`keep and drop must be two things, but both are ${keep}.`);
  const kept = await readThing(transaction, keep);
  const dropped = await readThing(transaction, drop);
  refuseContradictions(kept, dropped);
  const { moved, letGo } = divided(kept, dropped);
  await moveFacts(
    transaction,
    kept.type,
    drop,
    keep,
    moved.map(({ at }) => at),
  );
  await moveRecords(transaction, kept.type, { keep, drop, number });
  const changed = await fill(transaction, kept, dropped);
  const voices = kept.type === 'Work' ? await moveVoices(transaction, keep, drop) : [];
  const redirects = await redirect(transaction, { keep, drop, edit: idOf(number) });
  await transaction.run(gone(dropped.type), { drop, names: letGo.flatMap(({ type, other }) => (type === 'NAMED' ? [other] : [])) });
  await transaction.run(tieUpsOrdered, { id: keep });
  const snapshot: Snapshot = {
    node: dropped.node,
    moved: moved.map(withoutPlace),
    letGo: letGo.map(withoutPlace),
    changed,
    floats: [...kept.node.floats, ...dropped.node.floats],
    redirects,
    voices,
  };
  const keptOnce = letGo.filter(({ type }) => type !== 'MAY_BE').length;
  const filled = Object.keys(changed).filter((name) => name !== 'statedBy' && !name.startsWith('order'));
  return record(transaction, { number, kind: 'MERGE', ids: [keep, drop], moved: moved.length, keptOnce, filled }, JSON.stringify(snapshot));
}

type PlacedFact = WholeThing['facts'][number];

const withoutPlace = ({ at: _at, ...fact }: PlacedFact) => fact;

function refuseContradictions(kept: WholeThing, dropped: WholeThing): void {
  if (kept.type !== dropped.type)
    throw new BadInput(`Only things of one kind can be one, but ${kept.id} is a ${kept.type} and ${dropped.id} a ${dropped.type}.`);
  const link = dropped.facts.find(({ type, other }) => other === kept.id && type !== 'MAY_BE');
  if (link?.type === 'IS_NOT')
    throw new Refused(
      'NOT_DUPLICATES',
      `${kept.id} and ${dropped.id} are marked as not the same. If they are, withdraw that first: notDuplicates(ids: ["${kept.id}", "${dropped.id}"], withdraw: true).`,
    );
  if (link)
    throw new Refused(
      'CONTRADICTION',
      `${kept.id} and ${dropped.id} can't be one: a fact of the kind ${link.type} leads from the one to the other. Mend that fact in its source and load it first.`,
    );
  const contradictions = contradictionsBetween(kept.type, stated(kept), stated(dropped));
  if (contradictions.length === 0) return;
  const each = contradictions.map((found) => `${found.field} is ${found.kept} of ${kept.id} and ${found.dropped} of ${dropped.id}`);
  throw new Refused(
    'CONTRADICTION',
    `${kept.id} and ${dropped.id} can't be one: ${each.join('; ')}. Mend what is wrong in its source and load it first, or say with notDuplicates that they are two.`,
  );
}

const stated = ({ node, facts }: WholeThing) => ({
  properties: node.properties,
  ids: facts.flatMap(({ type, other }) => (type === 'IDENTIFIED_BY' ? [other] : [])),
});

/** What goes over, and what doesn't: what is said of both is kept once, as the kept thing has it; what may be one is guessed anew. */
function divided(kept: WholeThing, dropped: WholeThing): { readonly moved: readonly PlacedFact[]; readonly letGo: readonly PlacedFact[] } {
  const said = new Set(kept.facts.map(saidBy));
  const isLetGo = (fact: PlacedFact) => fact.type === 'MAY_BE' || said.has(saidBy(fact));
  return { moved: dropped.facts.filter((fact) => !isLetGo(fact)), letGo: dropped.facts.filter(isLetGo) };
}

const fieldsSet = (label: Mergeable) => `MATCH (keep:${label} {id: $id}) SET keep += $fields`;

async function fill(transaction: ManagedTransaction, kept: WholeThing, dropped: WholeThing): Promise<Snapshot['changed']> {
  const fields = ({ node, facts }: WholeThing) => ({ properties: node.properties, titled: facts.some(isOfficialName) });
  const changed = changesBetween(kept.node.properties, filledFrom(kept.type, fields(kept), fields(dropped)));
  const after = Object.fromEntries(Object.entries(changed).map(([name, change]) => [name, change.after]));
  await transaction.run(fieldsSet(kept.type), { id: kept.id, fields: asParameters({ properties: after, floats: dropped.node.floats }) });
  return changed;
}

const redirected = `
  OPTIONAL MATCH (moved:Redirect {to: $drop}) SET moved.to = $keep
  WITH collect(moved.id) AS redirects
  CREATE (:Redirect {id: $drop, to: $keep, edit: $edit})
  RETURN redirects`;

async function redirect(
  transaction: ManagedTransaction,
  to: { readonly keep: string; readonly drop: string; readonly edit: string },
): Promise<string[]> {
  const [row] = await rowsIn(transaction, z.object({ redirects: z.array(z.string()) }), redirected, to);
  return (row?.redirects ?? []).sort();
}

const gone = (label: Mergeable) => `
  MATCH (drop:${label} {id: $drop})
  CALL (drop) { MATCH (drop)-[:NAMED]->(name:Name) WHERE name.key IN $names DETACH DELETE name }
  ${tellGone('drop')}
  DETACH DELETE drop`;

/** Tie-ups are listed by the start of the work that they are for. */
export const tieUpsOrdered = 'MATCH (work:Work {id: $id})<-[:FOR]-(tie:TieUp) SET tie.orderStart = work.orderStart';
