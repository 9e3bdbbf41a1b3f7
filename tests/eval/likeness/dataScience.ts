import type { Driver } from 'neo4j-driver';
import { z } from 'zod';
import { grouped } from '../../../seeds/grouped.js';
import { best, type Competitor } from './competitor.js';
import { pairsOfThings } from './plainGraph.js';
import { longest } from './question.js';

const graph = 'things';

const project = `${pairsOfThings}
  RETURN gds.graph.project('${graph}', one, other, {sourceNodeLabels: labels(one), targetNodeLabels: labels(other)}, {undirectedRelationshipTypes: ['*']})`;

const embed = `CALL gds.fastRP.mutate('${graph}',
  {embeddingDimension: 256, iterationWeights: [0.0, 1.0, 1.0, 1.0], randomSeed: 42, concurrency: 1, mutateProperty: 'place'}) YIELD nodeCount`;

/** Both are asked only for what is needed, and look at each pair. */
const settings = `{sourceNodeFilter: sources, targetNodeFilter: $to, topK: toInteger($most), concurrency: 1`;
const nodeSimilarity = `gds.nodeSimilarity.filtered.stream('${graph}', ${settings}})`;
const nearest = `gds.knn.filtered.stream('${graph}', ${settings}, nodeProperties: ['place'], sampleRate: 1.0, deltaThreshold: 0.0, maxIterations: 100,
  randomSeed: 42, seedTargetNodes: true})`;

const asked = (procedure: string) => `MATCH (source) WHERE source.id IN $of AND $type IN labels(source) WITH collect(source) AS sources
  CALL ${procedure} YIELD node1, node2, similarity
  RETURN gds.util.asNode(node1).id AS of, gds.util.asNode(node2).id AS id, similarity AS score`;

const rowModel = z.object({ of: z.string(), id: z.string(), score: z.number() });

/** What Graph Data Science computes on the graph as it is now: Jaccard's similarity of the things around, and nearness of FastRP's embeddings. */
export async function dataScience(driver: Driver, database: string): Promise<readonly Competitor[]> {
  await driver.executeQuery(project, {}, { database });
  await driver.executeQuery(embed, {}, { database });
  const competitor = (name: string, procedure: string): Competitor => ({
    name,
    likes: async ({ of: type, to }, of) => {
      const { records } = await driver.executeQuery(asked(procedure), { of, type, to, most: longest }, { database });
      const rows = records.map((record) => rowModel.parse(record.toObject()));
      const found = grouped(rows, ({ of }) => of);
      return of.map((id) => best(found.get(id) ?? [], id));
    },
  });
  return [competitor('GDS node similarity', nodeSimilarity), competitor('GDS FastRP, kNN', nearest)];
}
