import { MATCHED } from './ids.js';

/** ms: what was taken away is told for so long. */
export const toldFor = 3_600_000;

/** Tells that a thing is taken away, so that whoever keeps a copy of things in memory takes it away as well. */
export const tellGone = (thing: string): string => `
  FOREACH (_ IN CASE WHEN ${MATCHED.map((label) => `${thing}:${label}`).join(' OR ')} THEN [1] ELSE [] END |
    MERGE (gone:Gone {thing: ${thing}.id}) SET gone.changed = timestamp())`;

export const goneSince = 'MATCH (gone:Gone) WHERE gone.changed >= $since RETURN gone.thing AS id, gone.changed AS at';

/** Forgets what everyone has seen. */
export const forgetGone = `MATCH (gone:Gone) WHERE gone.changed < timestamp() - ${toldFor} DELETE gone`;
