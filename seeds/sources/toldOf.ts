import { z } from 'zod';
import { rejection } from '../reading/parsed.js';
import type { Reading } from '../source.js';
import { checkTold, type Told } from '../told.js';

/** Whatever it is, checkTold checks the whole of it. */
const claimed = z.custom<Told>();

/** A record from what was read as text and numbers, in the checked form. */
export function toldOf(place: string, value: unknown): Reading {
  const told = claimed.parse(value);
  const mistakes = checkTold(told);
  return mistakes.length === 0 ? { place, told } : { rejected: rejection(place, mistakes.join(' '), value) };
}
