import { at, type Json } from '../json.js';

/** The title of a thing that carries its display forms itself. */
export const title = (thing: Json): Json => ({ original: at(thing, 'original') });
