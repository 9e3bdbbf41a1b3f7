import type { Operation } from './operation.js';
import { artistById } from './operations/artistById.js';
import { mostRelatedTwice } from './operations/mostRelatedTwice.js';
import { relatedWorksTwoHopsAway } from './operations/relatedWorksTwoHopsAway.js';
import { searchByName } from './operations/searchByName.js';
import { similarArtistsWithReasons } from './operations/similarArtistsWithReasons.js';
import { songById } from './operations/songById.js';
import { workById } from './operations/workById.js';
import { worksByFilterAndOrder } from './operations/worksByFilterAndOrder.js';
import { worksOfAYear } from './operations/worksOfAYear.js';

export const operations: readonly Operation[] = [
  songById,
  workById,
  artistById,
  worksOfAYear,
  relatedWorksTwoHopsAway,
  similarArtistsWithReasons,
  searchByName,
  worksByFilterAndOrder,
  mostRelatedTwice,
];
