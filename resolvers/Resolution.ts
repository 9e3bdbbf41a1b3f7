import type { ResolutionResolvers } from '../src/generated/types.js';

export const Resolution: ResolutionResolvers = {};
