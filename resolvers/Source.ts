import { partialDate } from '../src/dates.js';
import type { SourceResolvers } from '../src/generated/types.js';

export const Source: SourceResolvers = {
  date: (source) => partialDate(source.date),
};
