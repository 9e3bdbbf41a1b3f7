import type { ApolloServerPlugin } from '@apollo/server';
import type { DocumentNode, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { Caller } from '../graph/caller.js';
import { Unread } from '../graph/decode.js';
import { fragmentsOf } from '../planning/selections.js';
import { Declined } from './declined.js';
import { Failed, HotDocument, type Surroundings } from './hotDocument.js';

/** A request as a client posts it. */
export interface Posted {
  readonly query: string;
  readonly operationName?: string | null | undefined;
  readonly variables?: Readonly<Record<string, unknown>> | null | undefined;
}

/**
 * Answers documents that are asked very often without a GraphQL server between the database's rows and the answer's text.
 * It gives only plain answers, and exactly what the server would give; it declines everything else. Documents come here after the
 * server has parsed, validated and answered them many times, and newcomers never push out one that is still asked.
 */
export class DirectAnswers {
  private readonly documents = new LRUCache<string, HotDocument>({
    max: 1_000,
    maxSize: 1024 * 1024,
    sizeCalculation: (_document, key) => key.length,
  });
  private readonly uses = new WeakMap<OperationDefinitionNode, number>();
  private readonly surroundings: Surroundings;
  private readonly after: number;

  /** `after`: a document that was answered more often than this is answered directly. */
  constructor(surroundings: Surroundings, after: number) {
    this.surroundings = surroundings;
    this.after = after;
  }

  /** The answer's text; undefined where the server has to answer. Throws Failed where reading failed. */
  async answer(posted: Posted, caller: Caller): Promise<string | undefined> {
    const name = nameOf(posted);
    const document = this.documents.get(name);
    if (!document) return undefined;
    try {
      return await document.answer(posted.variables ?? {}, caller);
    } catch (error) {
      return this.decline(name, error);
    }
  }

  /** Learns from the server which documents are asked often. */
  readonly learning: ApolloServerPlugin = {
    requestDidStart: async () => ({
      willSendResponse: async ({ schema, request, document, operation, response }) => {
        if (!document || !operation || request.query === undefined || response.body.kind !== 'single' || response.body.singleResult.errors) return;
        this.learn({ query: request.query, operationName: request.operationName }, schema, document, operation);
      },
    }),
  };

  private learn(posted: Posted, schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode): void {
    if (operation.operation !== 'query') return;
    const uses = (this.uses.get(operation) ?? 0) + 1;
    this.uses.set(operation, uses);
    if (uses !== this.after + 1) return;
    this.documents.set(nameOf(posted), new HotDocument(this.surroundings, { schema, operation, fragments: fragmentsOf(document) }));
  }

  /** What is not plain by its nature is left to the server from now on; what a caller did wrong, only this time. */
  private decline(name: string, error: unknown): undefined {
    if (error instanceof Failed) throw error;
    if (error instanceof Unread || error instanceof Declined) this.documents.delete(name);
    return undefined;
  }
}

function nameOf({ query, operationName }: Posted): string {
  return operationName == null ? query : `${operationName}\n${query}`;
}
