import type { NameExplanationResolvers } from '../src/generated/types.js';

export const NameExplanation: NameExplanationResolvers = {};
