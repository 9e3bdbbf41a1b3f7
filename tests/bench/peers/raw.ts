import { openDriver } from './driver.js';
import { queryOf } from './query.js';
import { serveRaw } from './rawHttp.js';
import { serve } from './serve.js';

await serve((address) => {
  const query = queryOf(openDriver(address), address.database);
  return serveRaw(async ({ text, parameters }, variables) => {
    const [row] = await query(text, parameters(variables));
    return row?.get('data') ?? null;
  });
});
