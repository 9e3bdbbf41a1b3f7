import type { GraphReason } from '../src/reasons.js';

export type ReasonMapper = GraphReason;
export type PathStepMapper = GraphReason['path'][number];
