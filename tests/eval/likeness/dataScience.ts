import type { Driver } from 'neo4j-driver';
import { z } from 'zod';
import { grouped } from '../../../seeds/grouped.js';
import { best, type Competitor, plain } from './competitor.js';
import { type PlainGraph, pairsOfThings } from './plainGraph.js';
import { longest } from './question.js';

const name = 'things';

const project = `${pairsOfThings}
  RETURN gds.graph.project('${name}', one, other, {sourceNodeLabels: labels(one), targetNodeLabels: labels(other)}, {undirectedRelationshipTypes: ['*']})`;

/** Jaccard's similarity of the things around two things; it is computed for what is asked about only. */
const nodeSimilarity = `MATCH (source) WHERE source.id IN $of AND $type IN labels(source) WITH collect(source) AS sources
  CALL gds.nodeSimilarity.filtered.stream('${name}', {sourceNodeFilter: sources, targetNodeFilter: $to, topK: toInteger($most), concurrency: 1})
  YIELD node1, node2, similarity
  RETURN gds.util.asNode(node1).id AS of, gds.util.asNode(node2).id AS id, similarity AS score`;

const fastRP = `CALL gds.fastRP.stream('${name}', {embeddingDimension: 256, iterationWeights: [0.0, 1.0, 1.0, 1.0], randomSeed: 42, concurrency: 1})
  YIELD nodeId, embedding RETURN gds.util.asNode(nodeId).id AS id, embedding`;

const similarModel = z.object({ of: z.string(), id: z.string(), score: z.number() });
const embeddedModel = z.object({ id: z.string(), embedding: z.array(z.number()) });

/** What Graph Data Science computes on the graph as it is now. */
export async function dataScience(driver: Driver, database: string, graph: PlainGraph): Promise<readonly Competitor[]> {
  await driver.executeQuery(project, {}, { database });
  return [similarNodes(driver, database, graph), await nearest(driver, database, graph)];
}

const similarNodes = (driver: Driver, database: string, { numberOf }: PlainGraph): Competitor => ({
  name: 'GDS node similarity',
  likes: async ({ of: type, to }, of) => {
    // What no fact joins with anything is not in its graph.
    const joined = of.filter((id) => numberOf.has(id));
    const { records } = await driver.executeQuery(nodeSimilarity, { of: joined, type, to, most: longest }, { database });
    const found = grouped(
      records.map((record) => similarModel.parse(record.toObject())),
      ({ of }) => of,
    );
    return of.map((id) => best(found.get(id) ?? [], id));
  },
});

/** The nearest by the cosine of FastRP's embeddings, each pair looked at: its own kNN approximates that, and looks at all things to answer for some. */
async function nearest(driver: Driver, database: string, graph: PlainGraph): Promise<Competitor> {
  const { records } = await driver.executeQuery(fastRP, {}, { database });
  const read = records.map((record) => embeddedModel.parse(record.toObject()));
  const places = new Map(read.map(({ id, embedding }) => [id, unit(embedding)]));
  const byNumber = graph.ids.map((id) => places.get(id) ?? new Float64Array());
  return plain('GDS FastRP, nearest', (_graph, from) => Float64Array.from(byNumber, (place) => product(place, byNumber[from] ?? place)), graph);
}

function unit(vector: readonly number[]): Float64Array {
  const length = Math.hypot(...vector);
  return Float64Array.from(vector, (value) => (length === 0 ? 0 : value / length));
}

function product(one: Float64Array, other: Float64Array): number {
  let sum = 0;
  for (let index = 0; index < one.length; index += 1) sum += (one[index] ?? 0) * (other[index] ?? 0);
  return sum;
}
