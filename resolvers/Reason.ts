import type { ReasonResolvers } from '../src/generated/types.js';
import { reasonIn } from '../src/reasons.js';

export const Reason: ReasonResolvers = {
  text: (reason, { lang }) => reasonIn(reason, lang),
};
