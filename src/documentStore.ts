import type { DocumentNode } from 'graphql';
import { LRUCache } from 'lru-cache';

/** How much text in all is kept parsed. What is parsed takes a hundred times the room of its text. */
const characters = 512 * 1024;

/** Documents that were parsed and validated, so that they need not be again; the latest of them. */
export function documentStore() {
  const documents = new LRUCache<string, DocumentNode>({ maxSize: characters, sizeCalculation: ({ loc }) => loc?.source.body.length || 1 });
  return {
    get: async (key: string) => documents.get(key),
    set: async (key: string, document: DocumentNode) => void documents.set(key, document),
    delete: async (key: string) => documents.delete(key),
  };
}
