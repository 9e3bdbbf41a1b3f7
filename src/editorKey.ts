import { createHash, timingSafeEqual } from 'node:crypto';
import { Refused } from './graph/errors.js';

/** Lets an editor pass: throws what a caller without the right key is told. The key itself is told to nobody. */
export type Admit = (authorization: string | undefined) => void;

/** `key` is the one that the server was started with; without one nobody edits. */
export function admitting(key: string | undefined): Admit {
  return (authorization) => {
    if (key === undefined)
      throw new Refused('EDITING_OFF', 'This server does not take edits. Start it with MUSUBI_EDITOR_KEY=… to have an editor key.');
    const given = /^Bearer +(\S+) *$/i.exec(authorization ?? '')?.[1];
    if (given === undefined)
      throw new Refused(
        'EDITOR_KEY_MISSING',
        'An edit needs the editor key, but none was sent. Send the header Authorization: Bearer …, with the key that the server was started with (MUSUBI_EDITOR_KEY).',
      );
    if (!timingSafeEqual(digest(given), digest(key)))
      throw new Refused(
        'EDITOR_KEY_WRONG',
        'The editor key that was sent is not the one that the server was started with. Compare it with MUSUBI_EDITOR_KEY there.',
      );
  };
}

/** Of equal length whatever the text, so that comparing takes the same time too. */
const digest = (text: string) => createHash('sha256').update(text).digest();
