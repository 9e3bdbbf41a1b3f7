import { z } from 'zod';
import { artistOrders } from './artists.js';
import { campaignOrders, newestCampaignFirst } from './campaigns.js';
import { characterOrders } from './characters.js';
import { many, page, type RecordType } from './declare.js';
import { duplicates } from './duplicates.js';
import { edits } from './edits.js';
import { byName } from './names.js';
import { recommendations } from './recommend.js';
import { candidates } from './resolutions.js';
import { search } from './search.js';
import { newestSongFirst, songOrders } from './songs.js';
import { openQuestions } from './sourceRecords.js';
import { newestWorkFirst, workOrders } from './works.js';

const lists = {
  search,
  works: page('Work', 'MATCH (@that:Work)', { order: newestWorkFirst, orders: workOrders, where: { type: 'Work' }, indexed: true }),
  songs: page('Song', 'MATCH (@that:Song)', { order: newestSongFirst, orders: songOrders, where: { type: 'Song' }, indexed: true }),
  artists: page('Artist', 'MATCH (@that:Artist)', {
    order: [{ by: byName('@that') }],
    orders: artistOrders,
    where: { type: 'Artist' },
    indexed: true,
  }),
  characters: page('Character', 'MATCH (@that:Character)', {
    order: [{ by: byName('@that') }],
    orders: characterOrders,
    where: { type: 'Character' },
    indexed: true,
  }),
  campaigns: page('Campaign', 'MATCH (@that:Campaign)', {
    order: newestCampaignFirst,
    orders: campaignOrders,
    where: { type: 'Campaign' },
    indexed: true,
  }),
  tieUps: page('TieUp', 'MATCH (@that:TieUp)', {
    order: [{ by: '@that.orderStart', descending: true }],
    orders: { START: '@that.orderStart' },
    where: { type: 'TieUp' },
    indexed: true,
  }),
  factors: page('Factor', 'MATCH (@that:Factor)', {
    order: [{ by: '@that.facet' }, { by: `coalesce(@that.subFacet, '')` }, { by: '@that.original' }],
    where: { type: 'Factor' },
  }),
  candidates,
  duplicates,
  ...recommendations,
  edits,
  openQuestions,
  sources: many('Source', 'MATCH (@that:Source)', { order: [{ by: '@that.key' }] }),
};

/** Where every question starts: a record of which there is one, with the lists of everything as its edges, and those that find one thing (find.ts). */
export const Query = { model: z.object({}), at: {}, find: '', edges: lists, filter: {} } satisfies RecordType;
