import { type FieldNode, getNamedType, type GraphQLResolveInfo, visit } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { FindBy } from '../graph/compile.js';
import type { TypeName } from '../graph/records.js';
import type { Prepared, Statements } from '../graph/statements.js';
import { probeOf, probeReader, type RecordProbe, usesOf } from './probe.js';
import { walk } from './walk.js';

/**
 * Decides how a root field is read. A statement that Neo4j hasn't seen costs it 50 to 100 ms to plan, so a document is
 * answered edge by edge at first, by statements that are planned already; one that comes again and again is compiled into
 * a single statement. Both give the same answer.
 */
export class Planner {
  private readonly plans = new WeakMap<FieldNode, FieldPlan>();
  private readonly bare = new Map<string, Prepared>();
  private readonly statements: Statements;
  private readonly hotAfter: number;

  constructor(statements: Statements, hotAfter: number) {
    this.statements = statements;
    this.hotAfter = hotAfter;
  }

  /** The statement for a root field that finds one record. */
  forRecord(info: GraphQLResolveInfo, type: TypeName, findBy: FindBy): Prepared {
    return this.hot(info, `${type} ${findBy}`, () => this.compileRecord(info, type, findBy)) ?? this.forBareRecord(type, findBy);
  }

  /** The statement for a root field that is a list; undefined as long as its edges are read one by one. */
  forList(info: GraphQLResolveInfo, edge: string, args: Readonly<Record<string, unknown>>): Prepared | undefined {
    return this.hot(info, `Query ${JSON.stringify(args)}`, () => this.compileList(info, edge, args));
  }

  private hot(info: GraphQLResolveInfo, start: string, compile: () => Prepared): Prepared | undefined {
    const [field] = info.fieldNodes;
    if (!field) return undefined;
    const plan = this.plans.get(field) ?? newPlan(field, info);
    this.plans.set(field, plan);
    plan.uses += 1;
    if (plan.uses <= this.hotAfter) return undefined;
    const name = `${start} ${JSON.stringify(plan.variables.map((variable) => info.variableValues[variable]))}`;
    const prepared = plan.prepared.get(name) ?? compile();
    plan.prepared.set(name, prepared);
    return prepared;
  }

  private compileRecord(info: GraphQLResolveInfo, type: TypeName, findBy: FindBy): Prepared {
    const probe = probeOf(type);
    walkRoot(info, probe);
    return this.statements.prepare(type, findBy, usesOf(probe));
  }

  private compileList(info: GraphQLResolveInfo, edge: string, args: Readonly<Record<string, unknown>>): Prepared {
    const probe = probeOf('Query');
    walkRoot(info, probeReader.page(probe, edge, args));
    return this.statements.prepare('Query', 'key', usesOf(probe));
  }

  private forBareRecord(type: TypeName, findBy: FindBy): Prepared {
    const name = `${type} ${findBy}`;
    const prepared = this.bare.get(name) ?? this.statements.prepare(type, findBy, []);
    this.bare.set(name, prepared);
    return prepared;
  }
}

interface FieldPlan {
  uses: number;
  /** The variables that the selection depends on; those of the root field's own arguments come in with the key. */
  readonly variables: readonly string[];
  readonly prepared: LRUCache<string, Prepared>;
}

function newPlan(field: FieldNode, info: GraphQLResolveInfo): FieldPlan {
  return { uses: 0, variables: variablesBelow(field, info), prepared: new LRUCache({ max: 50 }) };
}

function variablesBelow(field: FieldNode, { fragments }: GraphQLResolveInfo): readonly string[] {
  const found = new Set<string>();
  for (const part of [...(field.selectionSet ? [field.selectionSet] : []), ...Object.values(fragments)]) {
    visit(part, { Variable: ({ name }) => void found.add(name.value) });
  }
  return [...found].sort();
}

function walkRoot(info: GraphQLResolveInfo, probe: RecordProbe | ReturnType<typeof probeReader.page>): void {
  const selections = info.fieldNodes.flatMap(({ selectionSet }) => selectionSet ?? []);
  walk(info, getNamedType(info.returnType), selections, probe);
}
