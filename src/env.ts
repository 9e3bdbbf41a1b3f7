import { z } from 'zod';

const model = z.object({
  PORT: z.coerce.number('PORT must be a number between 0 and 65535').int().min(0).max(65_535).default(4000),
  HOST: z.string().default('127.0.0.1'),
  MUSUBI_HOME: z.string().default('.musubi'),
  NEO4J_URI: z.string().optional(),
  NEO4J_USER: z.string().default('neo4j'),
  NEO4J_PASSWORD: z.string().default(''),
  NEO4J_DATABASE: z.string().default('neo4j'),
  MUSUBI_SOURCES: z.string().optional(),
  MUSUBI_EDITOR_KEY: z
    .string()
    .regex(/^\S{16,}$/, 'the key must have at least 16 characters and no spaces (openssl rand -hex 32 makes one)')
    .optional(),
  MUSUBI_EMBEDDINGS_URL: z.url('it must be an address such as http://localhost:11434/v1').optional(),
  MUSUBI_EMBEDDINGS_MODEL: z.string().optional(),
  MUSUBI_EMBEDDINGS_KEY: z.string().optional(),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
});

export type Env = z.output<typeof model>;

const together = model.refine((env) => (env.MUSUBI_EMBEDDINGS_URL === undefined) === (env.MUSUBI_EMBEDDINGS_MODEL === undefined), {
  path: ['MUSUBI_EMBEDDINGS_MODEL'],
  message: 'MUSUBI_EMBEDDINGS_URL and MUSUBI_EMBEDDINGS_MODEL are given together, but only one is',
});

/** The settings of the process, as the README's table tells them; an empty one counts as not given. */
export function readEnv(env: NodeJS.ProcessEnv): Env {
  return together.parse(Object.fromEntries(Object.entries(env).filter(([, value]) => value !== '')));
}
