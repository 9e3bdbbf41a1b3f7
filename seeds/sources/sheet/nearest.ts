import { suggestionList } from 'graphql/jsutils/suggestionList.js';

/** How a sentence ends after a wrong word: `; did you mean medium?` where one of the words is near, else with a full stop. */
export function didYouMean(word: string, words: readonly string[]): string {
  const [nearest] = suggestionList(word, words);
  return nearest === undefined ? '.' : `; did you mean ${nearest}?`;
}
