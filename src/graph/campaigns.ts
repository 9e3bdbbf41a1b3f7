import { z } from 'zod';
import { maybe, node, page } from './declare.js';
import { externalIds } from './externalIds.js';
import { factors } from './factors.js';
import { among, inYears, leadsTo, someOf, statedBySource } from './filter.js';
import { byName, displayForms, names } from './names.js';
import { newestSongFirst } from './songs.js';
import { records } from './sourceRecords.js';
import { provenance } from './sources.js';
import { newestWorkFirst } from './works.js';

export const campaignOrders = { START: '@that.orderStart', NAME: byName('@that') };
export const newestCampaignFirst = [{ by: campaignOrders.START, descending: true }];

export const Campaign = node(
  'Campaign',
  { id: z.string(), ...displayForms, start: z.string().nullable(), end: z.string().nullable() },
  {
    names,
    externalIds,
    provenance,
    records,
    factors,
    brand: maybe('Organization', 'MATCH (@this)-[:CAMPAIGN_OF]->(@that:Organization)'),
    songs: page('Song', 'MATCH (@this)-[:FEATURES]->(@that:Song)', { order: newestSongFirst, where: { type: 'Song' } }),
    works: page('Work', 'MATCH (@this)-[:FEATURES]->(@that:Work)', { order: newestWorkFirst, where: { type: 'Work' } }),
    characters: page('Character', 'MATCH (@this)-[:FEATURES]->(@that:Character)', {
      order: [{ by: byName('@that') }],
      where: { type: 'Character' },
    }),
  },
  {
    id: among('@this.id'),
    year: inYears('@this.orderStart'),
    brand: leadsTo('(@this)-[:CAMPAIGN_OF]->(@that:Organization)'),
    songs: someOf('Song', '(@this)-[:FEATURES]->(@that:Song)'),
    works: someOf('Work', '(@this)-[:FEATURES]->(@that:Work)'),
    characters: someOf('Character', '(@this)-[:FEATURES]->(@that:Character)'),
    factors: someOf('Factor', '(@this)-[:EXPRESSES]->(@that:Factor)'),
    source: statedBySource,
  },
);
