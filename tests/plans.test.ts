import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { Plan } from 'neo4j-driver';
import { curatedFacts } from '../seeds/facts.js';
import { factsFolder } from '../seeds/stamps.js';
import { plannedStatements } from '../seeds/statement.js';
import { part } from './support/curatedPart.js';
import { type Editable, startEditable } from './support/editable.js';

jest.setTimeout(180_000);

let world: Editable;

beforeAll(async () => {
  world = await startEditable();
});

afterAll(() => world?.stop());

/** Ways whose cost grows with the graph. */
const grows = /Scan|HashJoin/;

/** There are no more of these than were touched; and both ends of the join are keys. */
const foreseen = ['MATCH (crowd:Crowd:Touched)', 'MATCH (thing:Touched)', 'MATCH (found1)<-[:USES]-(tie:TieUp)-[:FOR]->(:Work {id: ask[1]})'];

test('whatever the graph was when the statements of a load were planned, they look things up by keys', async () => {
  const facts = part(curatedFacts(factsFolder), 120);
  await world.load([facts]);
  await world.load([part(facts, 60)]);
  await world.load([]);
  // Every way costs nothing here, and Neo4j takes any that it is not kept from.
  const growing: string[] = [];
  for (const statement of plannedStatements()) {
    const parameters = Object.fromEntries([...statement.matchAll(/\$(\w+)/g)].map(([, name = '']) => [name, []]));
    const { summary } = await world.driver.executeQuery(statement.replace('replan=skip', 'replan=skip EXPLAIN'), parameters, {
      database: world.database,
    });
    const ways = operatorsOf(summary.plan).filter((operator) => grows.test(operator));
    if (ways.length > 0 && !foreseen.some((each) => statement.includes(each))) growing.push(`${ways.join(', ')}: ${statement}`);
  }
  expect(growing).toEqual([]);
  expect(plannedStatements().length).toBeGreaterThan(40);
});

function operatorsOf(plan: Plan | false): readonly string[] {
  return plan ? [plan.operatorType, ...plan.children.flatMap(operatorsOf)] : [];
}
