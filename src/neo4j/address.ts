import { z } from 'zod';

export const addressModel = z.object({ uri: z.string(), user: z.string(), password: z.string(), database: z.string() });

/** Where a database is, and who asks it. */
export type Address = Readonly<z.output<typeof addressModel>>;
