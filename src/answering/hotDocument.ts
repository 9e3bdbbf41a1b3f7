import { getVariableValues } from 'graphql';
import type { Caller } from '../graph/caller.js';
import type { Loaded } from '../graph/decode.js';
import { type Reader, start } from '../graph/reader.js';
import type { RecordOf } from '../graph/records.js';
import type { Statements } from '../graph/statements.js';
import { load, type Plan, Plans, questionsOf } from '../planning/plan.js';
import { type Computing, type Operation, type Root, rootsOf } from '../planning/starts.js';
import { Declined } from './declined.js';
import { type Write, writerOf } from './writer.js';

type Variables = Readonly<Record<string, unknown>>;

/** What a document needs to be answered. */
export interface Surroundings {
  readonly statements: Statements;
  /** A reader that has only what was read already. */
  readonly reader: Reader;
  /** What is computed for a caller. */
  readonly computing: (caller: Caller) => Computing;
  /** Throws what is too costly. */
  readonly checkCost: (operation: Operation) => void;
}

/** An operation before its variables are known. */
export type Asked = Omit<Operation, 'variableValues'>;

/** What was found for each outermost field. */
interface Answer {
  readonly roots: ReadonlyMap<string, Root>;
  readonly answer: Loaded;
  readonly computed: ReadonlyMap<string, unknown>;
}

/** Answers one operation with at most one trimmed statement, whose rows are written straight into the answer's text, as is what is computed. */
export class HotDocument {
  private readonly surroundings: Surroundings;
  private readonly asked: Asked;
  private readonly plans: Plans;
  private readonly writers = new WeakMap<Plan, ReadonlyMap<string, Write>>();

  constructor(surroundings: Surroundings, asked: Asked) {
    this.surroundings = surroundings;
    this.asked = asked;
    this.plans = new Plans(surroundings.statements, true);
  }

  /** The body of the answer. Throws Declined, or whatever a resolver throws, where an executor has to tell the answer. */
  async answer(variables: Variables, caller: Caller): Promise<string> {
    const operation = this.with(variables);
    const roots = rootsOf(operation);
    const questions = questionsOf(roots.values());
    const plan = this.plans.planFor(operation, questions);
    const writers = this.writers.get(plan) ?? this.writersFor(plan, operation, roots);
    const starts = questions.map(({ start }) => start);
    const [answer, computed] = await Promise.all([
      starts.length === 0 ? start : load(plan, starts, caller).catch(failed),
      this.computed(roots, caller),
    ]);
    return this.write({ roots, answer, computed }, writers);
  }

  /** What is computed, by its response names. */
  private async computed(roots: ReadonlyMap<string, Root>, caller: Caller): Promise<ReadonlyMap<string, unknown>> {
    const computing = [...roots].flatMap(([name, { compute }]) => (compute ? [{ name, compute }] : []));
    if (computing.length === 0) return new Map();
    const of = this.surroundings.computing(caller);
    return new Map(await Promise.all(computing.map(async ({ name, compute }) => [name, await compute(of)] as const)));
  }

  private with(variables: Variables): Operation {
    const { schema, operation } = this.asked;
    const { coerced, errors } = getVariableValues(schema, operation.variableDefinitions ?? [], variables, { maxErrors: 1 });
    if (errors) throw errors[0];
    return { ...this.asked, variableValues: coerced };
  }

  private writersFor(plan: Plan, operation: Operation, roots: ReadonlyMap<string, Root>): ReadonlyMap<string, Write> {
    this.surroundings.checkCost(operation);
    const fields = operation.schema.getQueryType()?.getFields() ?? {};
    const writers = new Map(
      [...roots].map(([name, { nodes, start, compute }]): [string, Write] => {
        const field = fields[nodes[0]?.name.value ?? ''];
        if (!field || !(start ?? compute)) throw new Declined(`${name} is neither read by a statement nor computed.`);
        return [name, writerOf(operation, field.type, nodes)];
      }),
    );
    this.writers.set(plan, writers);
    return writers;
  }

  private write({ roots, answer, computed }: Answer, writers: ReadonlyMap<string, Write>): string {
    const { reader } = this.surroundings;
    const context = { graph: reader };
    const out: string[] = [];
    for (const [name, write] of writers) {
      const start = roots.get(name)?.start;
      out.push(out.length === 0 ? '{"data":{' : ',', JSON.stringify(name), ':');
      write(start ? reader.from(answer as RecordOf<'Query'>, start) : computed.get(name), context, out);
    }
    out.push('}}\n');
    return out.join('');
  }
}

/** That reading failed is told by the executor, without reading again. */
export class Failed extends Error {}

function failed(cause: unknown): never {
  throw new Failed('What was asked could not be read.', { cause });
}
