import type { Reading } from '../../source.js';

/** A row that can't be read, shortened to what helps to find it. */
export const rejected = (place: string, reason: string, row: unknown): Reading => ({
  rejected: { place, reason, row: (typeof row === 'string' ? row : (JSON.stringify(row) ?? '')).slice(0, 500) },
});

/** The sentence for an item that is not as its class is. */
export const unlike = (place: string, { message }: { readonly message: string }, row: unknown): Reading =>
  rejected(place, `an item must be as its class is, but ${message.replace(/\s+/g, ' ').slice(0, 300)}; see the data set's schema.`, row);
