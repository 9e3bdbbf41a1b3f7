import { pino } from 'pino';
import { ZodError } from 'zod';
import { openDatabase } from './database.js';
import { type Env, readEnv } from './env.js';
import { Leaver } from './graph/caller.js';
import { createHttp } from './http.js';
import { loadInto, settlingIn } from './loading.js';
import { SetupError } from './neo4j/setupError.js';
import { createServer } from './server.js';

const report = (line: string) => console.log(line);

async function main(): Promise<void> {
  const env = readEnv(process.env);
  const logger = pino({ level: env.LOG_LEVEL });
  const database = await openDatabase(env, report);
  const stopped = new Stopping(database.close);
  try {
    await loadInto(database.address);
    const server = await createServer({
      ...database,
      database: database.address.database,
      logger,
      editorKey: env.MUSUBI_EDITOR_KEY,
      embeddings: embeddingsIn(env),
      settle: settlingIn(database.address),
    });
    const isReady = () =>
      database.driver.verifyConnectivity({ database: database.address.database }).then(
        () => true,
        () => false,
      );
    const http = await createHttp({ ...server, logger, isReady });
    stopped.first(() => http.close());
    report(`Musubi answers at ${await listen(http, env)}/ (GraphQL at /graphql). Ctrl-C stops it.`);
    const leaver = new Leaver();
    const warmUp = server.warmUp(leaver).catch((error: unknown) => {
      if (!leaver.gone) logger.warn({ err: error }, 'The warm-up was cut off.');
    });
    stopped.first(() => {
      leaver.leave();
      return warmUp;
    });
    void database.lost.then(() => stopped.because('The embedded database has ended by itself. Start again: it recovers.'));
  } catch (error) {
    await stopped.stop();
    throw error;
  }
}

function embeddingsIn({ MUSUBI_EMBEDDINGS_URL: url, MUSUBI_EMBEDDINGS_MODEL: model, MUSUBI_EMBEDDINGS_KEY: key }: Env) {
  return url === undefined || model === undefined ? undefined : { url, model, key };
}

async function listen(http: Awaited<ReturnType<typeof createHttp>>, { PORT, HOST }: Env): Promise<string> {
  try {
    return await http.listen({ port: PORT, host: HOST });
  } catch (error) {
    if (Object(error).code !== 'EADDRINUSE') throw error;
    throw new SetupError(`Port ${PORT} is taken by another process. Stop that one, or choose another: PORT=4001 npm start`);
  }
}

/** Stops everything once, in the reverse of the order it was started in, on a signal or when something ends by itself. */
class Stopping {
  private readonly steps: (() => Promise<unknown>)[];
  private stopping: Promise<void> | undefined;

  constructor(last: () => Promise<unknown>) {
    this.steps = [last];
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void this.stop());
  }

  first(step: () => Promise<unknown>): void {
    this.steps.unshift(step);
  }

  because(reason: string): void {
    if (this.stopping) return;
    console.error(reason);
    process.exitCode = 1;
    void this.stop();
  }

  stop(): Promise<void> {
    this.stopping ??= this.runAll();
    return this.stopping;
  }

  private async runAll(): Promise<void> {
    const tooLong = setTimeout(() => process.exit(1), 45_000);
    for (const step of this.steps) await step();
    clearTimeout(tooLong);
  }
}

main().catch((error: unknown) => {
  if (error instanceof SetupError) console.error(`\n${error.message}`);
  else if (error instanceof ZodError)
    console.error(
      `\nA setting is not right: ${error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ')}. The README's table tells the settings.`,
    );
  else console.error(error);
  process.exitCode = 1;
});
