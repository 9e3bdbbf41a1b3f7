import { partialDate } from '../src/dates.js';
import type { WorkResolvers } from '../src/generated/types.js';
import { sheetOf } from '../src/sheet.js';

export const Work: WorkResolvers = {
  title: (work) => work,
  start: (work) => partialDate(work.start),
  end: (work) => partialDate(work.end),
  tieUps: (work, args, { graph }) => graph.page(work, 'tieUps', args),
  songs: (work, args, { graph }) => graph.page(work, 'songs', args),
  characters: (work, args, { graph }) => graph.page(work, 'characters', args),
  relatedWorks: (work, args, { graph }) => graph.read(work, 'relatedWorks', args),
  relations: (work, _args, { graph }) => graph.read(work, 'relations'),
  franchises: (work, _args, { graph }) => graph.read(work, 'franchises'),
  studios: (work, _args, { graph }) => graph.read(work, 'studios'),
  goods: (work, args, { graph }) => graph.page(work, 'goods', args),
  factors: (work, args, { graph }) => graph.read(work, 'factors', args),
  sheet: (work, { lang }, { graph }) => sheetOf(graph, graph.read(work, 'factors'), lang),
  externalIds: (work, _args, { graph }) => graph.read(work, 'externalIds'),
  provenance: (work, _args, { graph }) => graph.read(work, 'provenance'),
  records: (work, args, { graph }) => graph.page(work, 'records', args),
};
