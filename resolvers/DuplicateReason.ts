import { duplicateReasonIn } from '../src/duplicateReasons.js';
import type { DuplicateReasonResolvers } from '../src/generated/types.js';

export const DuplicateReason: DuplicateReasonResolvers = {
  text: (reason, { lang }) => duplicateReasonIn(reason, lang),
};
