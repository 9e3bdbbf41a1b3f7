import { partialDate } from '../src/dates.js';
import type { CharacterResolvers } from '../src/generated/types.js';
import { sheetOf } from '../src/sheet.js';

export const Character: CharacterResolvers = {
  name: (character) => character,
  birthday: (character) => partialDate(character.birthday),
  works: (character, args, { graph }) => graph.page(character, 'works', args),
  voices: (character, _args, { graph }) => graph.read(character, 'voices'),
  goods: (character, args, { graph }) => graph.page(character, 'goods', args),
  factors: (character, args, { graph }) => graph.read(character, 'factors', args),
  sheet: (character, { lang }, { graph }) => sheetOf(graph, graph.read(character, 'factors'), lang),
  externalIds: (character, _args, { graph }) => graph.read(character, 'externalIds'),
  provenance: (character, _args, { graph }) => graph.read(character, 'provenance'),
  records: (character, args, { graph }) => graph.page(character, 'records', args),
};
