import { z } from 'zod';
import { many, node, one, page, pageThrough, relationship } from './declare.js';
import { externalIds } from './externalIds.js';
import { factors } from './factors.js';
import { among, holds, someOf, statedBySource } from './filter.js';
import { byName, displayForms, names } from './names.js';
import { records } from './sourceRecords.js';
import { provenance, sourceOf, sourcesOf } from './sources.js';
import { CHARACTER_ROLES, GENDERS } from './vocabulary.js';

export const characterOrders = { NAME: byName('@that') };

export const Character = node(
  'Character',
  { id: z.string(), ...displayForms, gender: z.enum(GENDERS).nullable(), birthday: z.string().nullable() },
  {
    names,
    externalIds,
    provenance,
    records,
    factors,
    works: pageThrough('Appearance', 'work', 'MATCH (@this)-[@that:APPEARS_IN]->(@work:Work)', {
      order: [{ by: `coalesce(@work.start, '9999')` }],
      key: '@work.id',
      where: { type: 'Work', on: '@work' },
    }),
    voices: many('Voicing', 'MATCH (@this)<-[@that:VOICES]-(@artist:Artist)', {
      order: [{ by: '@that.language', descending: true }, { by: byName('@artist') }],
      key: '@artist.id',
    }),
    goods: page('Goods', 'MATCH (@this)<-[:SHOWS]-(@that:Goods)', { order: [{ by: byName('@that') }] }),
  },
  {
    id: among('@this.id'),
    gender: among('@this.gender'),
    works: someOf('Work', '(@this)-[:APPEARS_IN]->(@that:Work)'),
    voicedBy: someOf('Artist', '(@this)<-[:VOICES]-(@that:Artist)'),
    hasGoods: holds('EXISTS { (@this)<-[:SHOWS]-(:Goods) }'),
    source: statedBySource,
  },
);

/** A character in a work. A voice that is stated for certain works counts only there, and there instead of the usual one. */
export const Appearance = relationship(
  'APPEARS_IN',
  { role: z.enum(CHARACTER_ROLES).nullable(), source: z.string() },
  {
    character: one('Character', 'MATCH (@that:Character)-[@this]->()'),
    work: one('Work', 'MATCH ()-[@this]->(@that:Work)'),
    voices: many(
      'Voicing',
      `MATCH (@character:Character)-[@this]->(@work:Work) MATCH (@character)<-[@that:VOICES]-(@artist:Artist)
       WITH @that, @artist, @work, @character
       WHERE @work.id IN @that.works OR @that.works IS NULL AND NOT EXISTS {
         MATCH (@character)<-[@other:VOICES]-(:Artist) WHERE @other.language = @that.language AND @work.id IN @other.works }`,
      { order: [{ by: byName('@artist') }], key: '@artist.id' },
    ),
    source: one('Source', sourceOf),
    sources: sourcesOf,
  },
);

/** An artist's voice for a character. */
export const Voicing = relationship(
  'VOICES',
  { language: z.string(), source: z.string() },
  {
    artist: one('Artist', 'MATCH (@that:Artist)-[@this]->()'),
    character: one('Character', 'MATCH ()-[@this]->(@that:Character)'),
    source: one('Source', sourceOf),
    sources: sourcesOf,
  },
);
