import type { FieldNode, GraphQLResolveInfo, OperationDefinitionNode } from 'graphql';
import type { Caller } from '../graph/caller.js';
import type { Loaded } from '../graph/decode.js';
import type { Statements } from '../graph/statements.js';
import { load, Plans, type Question, questionsOf } from './plan.js';
import { rootsOf, type Start } from './starts.js';

/**
 * Decides how an operation is read. A statement that Neo4j hasn't seen costs it 50 to 100 ms to plan, so a document is
 * answered edge by edge at first, by statements that are planned already; one that comes again and again is compiled into
 * a single statement. Both give the same answer: a plan only reads ahead, and what it misses is read when it is needed.
 */
export class Planner {
  private readonly known = new WeakMap<FieldNode | OperationDefinitionNode, Counted>();
  private readonly statements: Statements;
  private readonly hotAfter: number;

  constructor(statements: Statements, hotAfter: number) {
    this.statements = statements;
    this.hotAfter = hotAfter;
  }

  /** All that an operation needs, in one statement; undefined while it is not hot. */
  async answer(info: GraphQLResolveInfo, caller: Caller): Promise<Loaded | undefined> {
    const plans = this.plansOf(info.operation);
    return plans && this.load(info, plans, questionsOf(rootsOf(info).values()), caller);
  }

  /** What one outermost field needs of one start. */
  async answerField(info: GraphQLResolveInfo, start: Start, caller: Caller): Promise<Loaded | undefined> {
    const [node] = info.fieldNodes;
    const plans = node && this.plansOf(node);
    return plans && this.load(info, plans, [{ start, roots: [{ nodes: info.fieldNodes, start }] }], caller);
  }

  private load(info: GraphQLResolveInfo, plans: Plans, questions: readonly Question[], caller: Caller): Promise<Loaded> | undefined {
    if (questions.length === 0) return undefined;
    const starts = questions.map(({ start }) => start);
    return load(plans.planFor(info, questions), starts, caller);
  }

  private plansOf(node: FieldNode | OperationDefinitionNode): Plans | undefined {
    const counted = this.known.get(node) ?? { uses: 0, plans: new Plans(this.statements, false) };
    this.known.set(node, counted);
    counted.uses += 1;
    return counted.uses > this.hotAfter ? counted.plans : undefined;
  }
}

interface Counted {
  uses: number;
  readonly plans: Plans;
}
