import { rejection } from '../../reading/parsed.js';
import type { Reading } from '../../source.js';

export const rejected = (place: string, reason: string, row: unknown): Reading => ({ rejected: rejection(place, reason, row) });

/** The sentence for an item that is not as its class is. */
export const unlike = (place: string, { message }: { readonly message: string }, row: unknown): Reading =>
  rejected(place, `an item must be as its class is, but ${message.replace(/\s+/g, ' ').slice(0, 300)}; see the data set's schema.`, row);
