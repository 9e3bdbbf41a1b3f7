import { partialDate } from '../src/dates.js';
import type { MembershipResolvers } from '../src/generated/types.js';

export const Membership: MembershipResolvers = {
  group: (membership, _args, { graph }) => graph.read(membership, 'group'),
  member: (membership, _args, { graph }) => graph.read(membership, 'member'),
  from: (membership) => partialDate(membership.from),
  to: (membership) => partialDate(membership.to),
  source: (membership, _args, { graph }) => graph.read(membership, 'source'),
  sources: (membership, _args, { graph }) => graph.read(membership, 'sources'),
};
