import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client';

/** How a request was answered: rows written straight into the text, or by the GraphQL server; `refused` with a status of 400 or more. */
export type Answered = 'direct' | 'server' | 'refused';

/** What a supervisor may want to know, as Prometheus reads it at /metrics. Times in seconds. */
export class Metrics {
  private readonly registry = new Registry();
  private readonly requests = new Histogram({
    name: 'musubi_request_seconds',
    help: 'Time from a GraphQL request to its answer, by the way it was answered.',
    labelNames: ['answered'],
    buckets: [0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10],
    registers: [this.registry],
  });
  private readonly statements = new Histogram({
    name: 'musubi_statement_seconds',
    help: 'Time that the database took for a statement, the way there and back included.',
    buckets: [0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10],
    registers: [this.registry],
  });
  private readonly failures = new Counter({
    name: 'musubi_statement_failures_total',
    help: 'Statements that the database did not answer; each try counts.',
    registers: [this.registry],
  });

  constructor() {
    collectDefaultMetrics({ register: this.registry });
  }

  get type(): string {
    return this.registry.contentType;
  }

  text(): Promise<string> {
    return this.registry.metrics();
  }

  request(answered: Answered, seconds: number): void {
    this.requests.observe({ answered }, seconds);
  }

  statement(seconds: number): void {
    this.statements.observe(seconds);
  }

  failure(): void {
    this.failures.inc();
  }
}
