import type { Properties, Value } from './properties.js';

/**
 * The properties that the graph's lists are ordered by, made once when a thing is written: never absent, so that an index
 * can hold every thing of a kind in its order. `workStart` is the start of the work that a tie-up is for.
 */
export function orderKeysOf(type: string, fields: Properties, workStart: Value = ''): Properties {
  const name = 'original' in fields ? { orderName: fields['kana'] ?? fields['original'] ?? '' } : {};
  switch (type) {
    case 'Work':
    case 'Campaign':
      return { ...name, orderStart: fields['start'] ?? '' };
    case 'Song':
      return { ...name, orderReleased: fields['released'] ?? '' };
    case 'Artist':
      return { ...name, orderBorn: fields['born'] ?? '' };
    case 'TieUp':
      return { orderStart: workStart };
    default:
      return name;
  }
}
