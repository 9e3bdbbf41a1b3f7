import type { Driver } from 'neo4j-driver';
import { MATCHED, NODE_NAMES } from './ids.js';

/** The orders in which whole kinds of things are listed (orderKeys.ts writes the properties). */
const orders = {
  Work: ['orderStart', 'orderName'],
  Song: ['orderReleased', 'orderName'],
  Artist: ['orderName', 'orderBorn'],
  Character: ['orderName'],
  Campaign: ['orderStart', 'orderName'],
  TieUp: ['orderStart'],
};

/** What the graph's statements rest on: one thing per key, and indexes for the ways things are found. */
const statements = [
  ...[...NODE_NAMES, 'Chart'].map((label) => `CREATE CONSTRAINT ${label.toLowerCase()}_id IF NOT EXISTS FOR (n:${label}) REQUIRE n.id IS UNIQUE`),
  ...['Name', 'ExternalId', 'Source', 'Record'].map(
    (label) => `CREATE CONSTRAINT ${label.toLowerCase()}_key IF NOT EXISTS FOR (n:${label}) REQUIRE n.key IS UNIQUE`,
  ),
  ...['Redirect', 'Edit'].map((label) => `CREATE CONSTRAINT ${label.toLowerCase()}_id IF NOT EXISTS FOR (n:${label}) REQUIRE n.id IS UNIQUE`),
  'CREATE CONSTRAINT edits_key IF NOT EXISTS FOR (n:Edits) REQUIRE n.key IS UNIQUE',
  'CREATE INDEX redirect_to IF NOT EXISTS FOR (n:Redirect) ON (n.to)',
  'CREATE INDEX edit_number IF NOT EXISTS FOR (n:Edit) ON (n.number)',
  'CREATE INDEX may_be_place IF NOT EXISTS FOR ()-[r:MAY_BE]-() ON (r.place)',
  ...Object.entries(orders).flatMap(([label, keys]) =>
    keys.map((key) => `CREATE INDEX ${label.toLowerCase()}_${key} IF NOT EXISTS FOR (n:${label}) ON (n.${key})`),
  ),
  ...[...MATCHED, 'Factor'].map((label) => `CREATE INDEX ${label.toLowerCase()}_changed IF NOT EXISTS FOR (n:${label}) ON (n.changed)`),
  'CREATE CONSTRAINT gone_thing IF NOT EXISTS FOR (n:Gone) REQUIRE n.thing IS UNIQUE',
  'CREATE INDEX gone_changed IF NOT EXISTS FOR (n:Gone) ON (n.changed)',
  ...['same', 'also1', 'also2', 'also3', 'base'].map((key) => `CREATE INDEX name_${key} IF NOT EXISTS FOR (n:Name) ON (n.${key})`),
  'CREATE CONSTRAINT crowd_key IF NOT EXISTS FOR (n:Crowd) REQUIRE n.key IS UNIQUE',
  'CREATE INDEX record_about IF NOT EXISTS FOR (n:Record) ON (n.about)',
  'CREATE INDEX record_load IF NOT EXISTS FOR (n:Record) ON (n.source, n.load)',
  'CREATE INDEX record_standing IF NOT EXISTS FOR (n:Record) ON (n.standing)',
  'CREATE INDEX work_series IF NOT EXISTS FOR (n:Work) ON (n.series)',
  `CREATE FULLTEXT INDEX nameKeys IF NOT EXISTS FOR (n:Name) ON EACH [n.keys, n.grams] OPTIONS {indexConfig: {\`fulltext.analyzer\`: 'whitespace'}}`,
  `CREATE FULLTEXT INDEX nameWords IF NOT EXISTS FOR (n:Name) ON EACH [n.text] OPTIONS {indexConfig: {\`fulltext.analyzer\`: 'cjk'}}`,
  // Those of earlier versions.
  ...['names', 'name_folded'].map((name) => `DROP INDEX ${name} IF EXISTS`),
];

/** Creates the constraints and indexes that are missing and waits until they can be used. */
export async function ensureIndexes(driver: Driver, database: string): Promise<void> {
  for (const statement of statements) await driver.executeQuery(statement, {}, { database });
  await driver.executeQuery('CALL db.awaitIndexes(1200)', {}, { database });
}
