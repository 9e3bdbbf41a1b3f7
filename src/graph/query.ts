import { z } from 'zod';
import { artistOrders } from './artists.js';
import { characterOrders } from './characters.js';
import { many, page, type RecordType } from './declare.js';
import { findEdges } from './find.js';
import { byName } from './names.js';
import { search } from './search.js';
import { newestSongFirst, songOrders } from './songs.js';
import { newestWorkFirst, workOrders } from './works.js';

const lists = {
  search,
  works: page('Work', 'MATCH (@that:Work)', { order: newestWorkFirst, orders: workOrders, where: { type: 'Work' } }),
  songs: page('Song', 'MATCH (@that:Song)', { order: newestSongFirst, orders: songOrders, where: { type: 'Song' } }),
  artists: page('Artist', 'MATCH (@that:Artist)', { order: [{ by: byName('@that') }], orders: artistOrders, where: { type: 'Artist' } }),
  characters: page('Character', 'MATCH (@that:Character)', {
    order: [{ by: byName('@that') }],
    orders: characterOrders,
    where: { type: 'Character' },
  }),
  tieUps: page('TieUp', 'MATCH (@that:TieUp)-[:FOR]->(@work:Work)', {
    order: [{ by: `coalesce(@work.start, '')`, descending: true }],
    orders: { START: `coalesce(@work.start, '')` },
    where: { type: 'TieUp' },
  }),
  factors: page('Factor', 'MATCH (@that:Factor)', {
    order: [{ by: '@that.facet' }, { by: `coalesce(@that.subFacet, '')` }, { by: '@that.original' }],
    where: { type: 'Factor' },
  }),
  sources: many('Source', 'MATCH (@that:Source)', { order: [{ by: '@that.key' }] }),
};

const edges: typeof lists = { ...lists, ...findEdges };

/** Where every question starts: a record of which there is one, with the lists of everything as its edges. */
export const Query = { model: z.object({}), at: {}, find: '', edges, filter: {} } satisfies RecordType;
