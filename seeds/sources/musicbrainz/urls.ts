import type { IdTold } from '../../told.js';
import type { Relation } from './models.js';

/** Pages on the sites we know, which MusicBrainz leads to. */
const PAGES = [
  { site: 'WIKIDATA', page: /^https?:\/\/www\.wikidata\.org\/wiki\/(Q\d+)$/ },
  { site: 'NICOVIDEO', page: /^https?:\/\/ch\.nicovideo\.jp\/([\w-]+)\/?$/ },
] as const;

/** Ids on other sites, by the addresses that relations lead to; those that are over lead nowhere any more. */
export const idsIn = (relations: readonly Relation[]): IdTold[] =>
  relations
    .filter(({ ended }) => !ended)
    .flatMap(({ url }) =>
      PAGES.flatMap(({ site, page }) => {
        const value = page.exec(url?.resource ?? '')?.[1];
        return value === undefined ? [] : [{ site, value }];
      }),
    );
