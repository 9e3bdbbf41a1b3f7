import type { OrganizationResolvers } from '../src/generated/types.js';
import { sheetOf } from '../src/sheet.js';

export const Organization: OrganizationResolvers = {
  name: (organization) => organization,
  tieUps: (organization, args, { graph }) => graph.page(organization, 'tieUps', args),
  works: (organization, args, { graph }) => graph.page(organization, 'works', args),
  goods: (organization, args, { graph }) => graph.page(organization, 'goods', args),
  campaigns: (organization, args, { graph }) => graph.page(organization, 'campaigns', args),
  factors: (organization, args, { graph }) => graph.read(organization, 'factors', args),
  sheet: (organization, { lang }, { graph }) => sheetOf(graph, graph.read(organization, 'factors'), lang),
  externalIds: (organization, _args, { graph }) => graph.read(organization, 'externalIds'),
  provenance: (organization, _args, { graph }) => graph.read(organization, 'provenance'),
  records: (organization, args, { graph }) => graph.page(organization, 'records', args),
};
