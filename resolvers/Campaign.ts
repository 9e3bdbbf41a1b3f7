import { partialDate } from '../src/dates.js';
import type { CampaignResolvers } from '../src/generated/types.js';
import { sheetOf } from '../src/sheet.js';

export const Campaign: CampaignResolvers = {
  name: (campaign) => campaign,
  brand: (campaign, _args, { graph }) => graph.read(campaign, 'brand'),
  start: (campaign) => partialDate(campaign.start),
  end: (campaign) => partialDate(campaign.end),
  songs: (campaign, args, { graph }) => graph.page(campaign, 'songs', args),
  works: (campaign, args, { graph }) => graph.page(campaign, 'works', args),
  characters: (campaign, args, { graph }) => graph.page(campaign, 'characters', args),
  factors: (campaign, args, { graph }) => graph.read(campaign, 'factors', args),
  sheet: (campaign, { lang }, { graph }) => sheetOf(graph, graph.read(campaign, 'factors'), lang),
  externalIds: (campaign, _args, { graph }) => graph.read(campaign, 'externalIds'),
  provenance: (campaign, _args, { graph }) => graph.read(campaign, 'provenance'),
  records: (campaign, args, { graph }) => graph.page(campaign, 'records', args),
};
