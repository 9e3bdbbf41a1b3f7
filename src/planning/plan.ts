import { getNamedType, visit } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { Caller } from '../graph/caller.js';
import type { Loaded } from '../graph/decode.js';
import type { Prepared, Statements } from '../graph/statements.js';
import { normalArgs, shapeOfArgs, type Use } from '../graph/use.js';
import { probeOf, probeReader, type RecordProbe, usesOf } from './probe.js';
import { selectionsOf } from './selections.js';
import type { Operation, Root, Start } from './starts.js';
import { walk } from './walk.js';

/** How an operation is read: one statement, and which start gives each of its outermost uses their values. */
export interface Plan {
  readonly prepared: Prepared;
  readonly uses: readonly (Use & { readonly start: number })[];
}

/** Reads all that a plan is for, with the values of these starts. */
export function load({ prepared, uses }: Plan, starts: readonly Start[], caller: Caller): Promise<Loaded> {
  const asking = uses.map((use) => ({ ...use, args: normalArgs(use.want, starts[use.start]?.args ?? use.args) }));
  return prepared.load(asking, caller);
}

/** Fields that start the same way are read together. */
export interface Question {
  readonly start: Start;
  readonly roots: readonly Root[];
}

export function questionsOf(roots: Iterable<Root>): readonly Question[] {
  const questions = new Map<string, { readonly start: Start; readonly roots: Root[] }>();
  for (const root of roots) {
    if (!root.start) continue;
    const name = JSON.stringify(root.start);
    const question = questions.get(name) ?? { start: root.start, roots: [] };
    question.roots.push(root);
    questions.set(name, question);
  }
  return [...questions.values()];
}

/** The plans of one operation. Which it is depends on the shape of its starts, and on the variables that stand further in. */
export class Plans {
  private readonly known = new LRUCache<string, Plan>({ max: 50 });
  private readonly statements: Statements;
  private readonly trimmed: boolean;
  private variables: readonly string[] | undefined;

  constructor(statements: Statements, trimmed: boolean) {
    this.statements = statements;
    this.trimmed = trimmed;
  }

  planFor(operation: Operation, questions: readonly Question[]): Plan {
    this.variables ??= variablesWithin(operation);
    const { variableValues } = operation;
    const name = JSON.stringify([questions.map(shapeOfQuestion), this.variables.map((variable) => variableValues[variable])]);
    const plan = this.known.get(name) ?? this.make(operation, questions);
    this.known.set(name, plan);
    return plan;
  }

  private make(operation: Operation, questions: readonly Question[]): Plan {
    const uses = questions.flatMap(({ start, roots }, index) => {
      const probe = probeOf('Query');
      for (const root of roots) walkRoot(operation, root, start, probe);
      return usesOf(probe, this.trimmed).map((use) => ({ ...use, start: index }));
    });
    return { uses, prepared: this.statements.prepare(uses.map(({ start, ...use }) => use)) };
  }
}

function shapeOfQuestion({ start, roots }: Question): unknown {
  return [start.edge, shapeOfArgs(start.args), roots.map(({ nodes }) => nodes[0]?.alias?.value ?? nodes[0]?.name.value)];
}

function walkRoot(operation: Operation, { nodes }: Root, { edge, args }: Start, probe: RecordProbe): void {
  const [node] = nodes;
  const field = node && operation.schema.getQueryType()?.getFields()[node.name.value];
  if (!field) return;
  const isPage = 'first' in args;
  walk(operation, getNamedType(field.type), selectionsOf(nodes), isPage ? probeReader.page(probe, edge, args) : probeReader.read(probe, edge, args));
}

/** The variables that stand anywhere but in the arguments of an outermost field: those come in with its start. */
function variablesWithin({ operation, fragments }: Operation): readonly string[] {
  const found = new Set<string>();
  const note = { Variable: ({ name }: { readonly name: { readonly value: string } }) => void found.add(name.value) };
  for (const selection of operation.selectionSet.selections) {
    visit(selection.kind === 'Field' ? { ...selection, arguments: [] } : selection, note);
  }
  for (const fragment of Object.values(fragments)) visit(fragment, note);
  return [...found].sort();
}
