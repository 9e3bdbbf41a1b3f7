// `npm start`: from a fresh clone to a server that answers.
import { setUp } from './setup.mjs';

await setUp();
const { register } = await import('tsx/esm/api');
register();
await import('./main.ts');
