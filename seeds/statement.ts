/**
 * A statement of the loader. It is planned once: all find what they change by keys and by Neo4j's own ids, so that no plan gets better as the
 * graph grows, but Neo4j would make each anew whenever it has.
 */
export const planned = (text: string) => `CYPHER replan=skip ${text}`;
