import { describe, expect, test } from '@jest/globals';
import type { Plan, ProfiledPlan } from 'neo4j-driver';
import { pino } from 'pino';
import { patient } from '../src/graph/caller.js';
import { withIntegers } from '../src/graph/integers.js';
import { createServer } from '../src/server.js';
import { testAddress, testDriver } from './support/database.js';
import { executor } from './support/execute.js';
import { questions } from './support/questions.js';

const driver = await testDriver();
const sent: { readonly text: string; readonly parameters: Readonly<Record<string, unknown>> }[] = [];
const server = await createServer({
  driver,
  database: testAddress().database,
  logger: pino({ level: 'silent' }),
  hotAfter: 0,
  directAfter: 0,
  onStatement: (text, parameters) => sent.push({ text, parameters }),
});

/** What the database does for the one statement of a question that is answered directly. */
async function profileOf(query: string): Promise<ProfiledPlan> {
  await server.apollo.executeOperation({ query }, { contextValue: server.contextFor(patient) });
  sent.length = 0;
  expect(await server.direct.answer({ query }, patient)).toMatch(/^\{"data":/);
  const [statement] = sent;
  const session = driver.session({ database: testAddress().database });
  const { summary } = await session.run(`PROFILE ${statement?.text}`, withIntegers({ ...statement?.parameters }));
  await session.close();
  if (!summary.profile) throw new Error('Nothing was profiled.');
  return summary.profile;
}

function operatorsOf(plan: Plan): readonly string[] {
  return [plan.operatorType.replace(/@.*/, ''), ...plan.children.flatMap(operatorsOf)];
}

function hitsOf(plan: ProfiledPlan): number {
  return plan.dbHits + plan.children.reduce((sum, child) => sum + hitsOf(child), 0);
}

/** Operators that look at everything of a kind, or at everything for everything. */
const unbounded =
  /^(AllNodesScan|NodeByLabelScan|UnionNodeByLabelsScan|IntersectionNodeByLabelsScan|.*RelationshipTypeScan|AllRelationships.*|CartesianProduct)$/;

/** Hits of the database's store that each question may cost on the default data: a tenth more than it cost when it was last given more to do. */
const budgets: Readonly<Record<string, number>> = {
  Q1: 170,
  Q2: 920,
  Q3: 11_400,
  Q4: 2_220,
  Q5: 1_830,
  Q6: 9_790,
  Q7: 356,
  Q8: 1_000,
  Q9: 43_000,
};

const asked = await questions(await executor());

describe('no question costs more than its budget', () => {
  test.each(Object.entries(asked))('%s', async (name, query) => {
    const profile = await profileOf(query);
    expect(operatorsOf(profile).filter((operator) => unbounded.test(operator))).toEqual([]);
    expect(hitsOf(profile)).toBeLessThanOrEqual(budgets[name.slice(0, 2)] ?? 0);
  });
});
