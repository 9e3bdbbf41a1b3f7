import { z } from 'zod';
import { newestCampaignFirst } from './campaigns.js';
import { node, page } from './declare.js';
import { externalIds } from './externalIds.js';
import { factors } from './factors.js';
import { byName, displayForms, names } from './names.js';
import { records } from './sourceRecords.js';
import { provenance } from './sources.js';
import { tieUpWhere } from './tieUps.js';
import { ORGANIZATION_KINDS } from './vocabulary.js';
import { newestWorkFirst } from './works.js';

export const Organization = node(
  'Organization',
  { id: z.string(), ...displayForms, kind: z.enum(ORGANIZATION_KINDS) },
  {
    names,
    externalIds,
    provenance,
    records,
    factors,
    tieUps: page('TieUp', 'MATCH (@this)<-[:ON]-(@that:TieUp)-[:FOR]->(@work:Work)', {
      order: [{ by: `coalesce(@work.start, '')`, descending: true }],
      where: tieUpWhere,
    }),
    works: page('Work', 'MATCH (@this)<-[:MADE_BY]-(@that:Work)', { order: newestWorkFirst, where: { type: 'Work' } }),
    goods: page('Goods', 'MATCH (@this)<-[:MADE_BY]-(@that:Goods)', { order: [{ by: byName('@that') }] }),
    campaigns: page('Campaign', 'MATCH (@this)<-[:CAMPAIGN_OF]-(@that:Campaign)', { order: newestCampaignFirst, where: { type: 'Campaign' } }),
  },
);
