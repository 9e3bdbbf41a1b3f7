import { type FieldNode, type GraphQLResolveInfo, getNamedType, type OperationDefinitionNode, visit } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { FindBy } from '../graph/find.js';
import type { TypeName } from '../graph/records.js';
import type { Prepared, Statements } from '../graph/statements.js';
import { probeOf, probeReader, probeReaderFrom, type RecordProbe, usesOf } from './probe.js';
import { walk } from './walk.js';

/**
 * Decides how a root field is read. A statement that Neo4j hasn't seen costs it 50 to 100 ms to plan, so a document is
 * answered edge by edge at first, by statements that are planned already; one that comes again and again is compiled into
 * a single statement. Both give the same answer: a plan only reads ahead, and what it misses is read when it is needed.
 */
export class Planner {
  private readonly plans = new WeakMap<FieldNode | OperationDefinitionNode, Plan>();
  private readonly statements: Statements;
  private readonly hotAfter: number;

  constructor(statements: Statements, hotAfter: number) {
    this.statements = statements;
    this.hotAfter = hotAfter;
  }

  /** The one statement for an operation with several root fields; undefined for any other, and while it is not hot. */
  forOperation(info: GraphQLResolveInfo): Prepared | undefined {
    const { operation } = info;
    const { selections } = operation.selectionSet;
    if (selections.length === 1 && selections[0]?.kind === 'Field') return undefined;
    const plan = this.planOf(operation, () => Object.keys(info.variableValues));
    return this.hot(plan, selections.length, 'whole', info, () => this.compileOperation(info));
  }

  /** The statement for a root field that finds one record. */
  forRecord(info: GraphQLResolveInfo, type: TypeName, findBy: FindBy): Prepared {
    const compiled = this.hot(this.planOfField(info), 1, `${type} ${findBy}`, info, () => this.compileRecord(info, type, findBy));
    return compiled ?? this.statements.prepare(type, findBy, []);
  }

  /** The statement for a root field that is a list; undefined as long as its edges are read one by one. */
  forList(info: GraphQLResolveInfo, edge: string, args: Readonly<Record<string, unknown>>): Prepared | undefined {
    return this.hot(this.planOfField(info), 1, `${edge} ${JSON.stringify(args)}`, info, () => this.compileList(info, edge, args));
  }

  private planOfField(info: GraphQLResolveInfo): Plan {
    const [field] = info.fieldNodes;
    return this.planOf(field ?? info.operation, () => variablesBelow(info));
  }

  private planOf(node: FieldNode | OperationDefinitionNode, variables: () => readonly string[]): Plan {
    const plan = this.plans.get(node) ?? { uses: 0, variables: variables(), prepared: new LRUCache({ max: 50 }) };
    this.plans.set(node, plan);
    return plan;
  }

  /** What a plan comes to with these variables, once it has been used often enough; each of `fields` counts as a use. */
  private hot(plan: Plan, fields: number, start: string, { variableValues }: GraphQLResolveInfo, compile: () => Prepared): Prepared | undefined {
    plan.uses += 1;
    if (plan.uses <= this.hotAfter * fields) return undefined;
    const name = `${start} ${JSON.stringify(plan.variables.map((variable) => variableValues[variable]))}`;
    const prepared = plan.prepared.get(name) ?? compile();
    plan.prepared.set(name, prepared);
    return prepared;
  }

  private compileOperation(info: GraphQLResolveInfo): Prepared {
    const probe = probeOf('Query');
    walk({ ...info, reader: probeReaderFrom(probe) }, info.parentType, [info.operation.selectionSet], probe);
    return this.statements.prepare('Query', 'key', usesOf(probe));
  }

  private compileRecord(info: GraphQLResolveInfo, type: TypeName, findBy: FindBy): Prepared {
    const probe = probeOf(type);
    walkField(info, probe);
    return this.statements.prepare(type, findBy, usesOf(probe));
  }

  private compileList(info: GraphQLResolveInfo, edge: string, args: Readonly<Record<string, unknown>>): Prepared {
    const probe = probeOf('Query');
    walkField(info, probeReader.page(probe, edge, args));
    return this.statements.prepare('Query', 'key', usesOf(probe));
  }
}

interface Plan {
  uses: number;
  /** The variables that the plan depends on. */
  readonly variables: readonly string[];
  readonly prepared: LRUCache<string, Prepared>;
}

/** The variables below a root field; those of its own arguments come in with the key. */
function variablesBelow({ fieldNodes, fragments }: GraphQLResolveInfo): readonly string[] {
  const found = new Set<string>();
  for (const part of [...fieldNodes.flatMap(({ selectionSet }) => selectionSet ?? []), ...Object.values(fragments)]) {
    visit(part, { Variable: ({ name }) => void found.add(name.value) });
  }
  return [...found].sort();
}

function walkField(info: GraphQLResolveInfo, probe: RecordProbe | ReturnType<typeof probeReader.page>): void {
  const selections = info.fieldNodes.flatMap(({ selectionSet }) => selectionSet ?? []);
  walk({ ...info, reader: probeReader }, getNamedType(info.returnType), selections, probe);
}
