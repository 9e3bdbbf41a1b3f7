import { type NodeName, typeOfId } from './ids.js';
import type { Matched } from './matching.js';
import { scoreOf } from './reasons.js';
import type { Recommended } from './recommend.js';
import type { RecordOf } from './records.js';
import type { Resolved } from './resolve.js';
import type { Carried, Reason } from './sheets.js';

/** What is named by chance is named with less confidence. */
const sure = 0.8;
/** An anime and its manga are called the same, and both are meant. */
const likely = 0.25;
const most = 5;
/** A thing that a text names counts for as much as all that the text says. */
const weightOfName = 1;

const kinds: ReadonlySet<NodeName | undefined> = new Set(['Work', 'Artist', 'Character']);

/** The things that names mean without doubt, or that are the likeliest of those that are called so. */
export function mentioned(resolved: readonly Resolved[]): readonly string[] {
  const ids = resolved.flatMap(({ status, candidates }) => {
    const least = status === 'MATCHED' ? sure : likely;
    const meant = candidates.slice(0, status === 'MATCHED' ? 1 : 2).filter(({ id, confidence }) => confidence >= least && kinds.has(typeOfId(id)));
    return status === 'NOT_FOUND' ? [] : meant.map(({ id }) => id);
  });
  return [...new Set(ids)].slice(0, most);
}

/** What is named, and what belongs to it, with the reasons. */
export function broughtIn(named: readonly RecordOf<NodeName>[], belonging: readonly Recommended[]): readonly Matched[] {
  return [
    ...named.map(carried).map((node) => matched(node, [{ kind: 'NAMED_IN_TEXT', weight: weightOfName, path: [node] }])),
    ...belonging.map(({ node, reasons }) => matched(carried(node), [...reasons])),
  ];
}

const matched = (node: Carried, reasons: Reason[]): Matched => ({ node, reasons, score: scoreOf(reasons) });

/** A record as a row carries it. */
function carried(record: RecordOf<NodeName>): Carried {
  const fields: Record<string, unknown> = {};
  // Its fields are those of its class.
  for (const name in record) fields[name] = Reflect.get(record, name);
  return { ...fields, type: record.__typename } as Carried;
}
