import type { TitleResolvers } from '../src/generated/types.js';
import { titleIn } from '../src/titles.js';

export const Title: TitleResolvers = {
  text: (title, { lang }) => titleIn(title, lang),
  all: (title, args, { graph }) => graph.read(title, 'names', args),
};
