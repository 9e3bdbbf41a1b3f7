import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { beginningsOf } from '../src/names/beginnings.js';
import { kanaToRomaji } from '../src/names/kana.js';
import { romajiKey } from '../src/names/romaji.js';

test.each([
  ['kimetsu no ya', ['kimetunoya']],
  ['sh', ['sy', 'si', 'se']],
  ['しょ', ['syo']],
  ['き', ['ki', 'kya', 'kyu', 'kyo']],
  ['귀며', ['gwimyo']],
  ['!?', []],
])('what begins with %s has keys that begin with %j', (text, keys) => {
  expect(beginningsOf(text)).toEqual(keys);
});

const kana = [
  ...'あいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよらりるれろわんがぎぐげござじずぜぞだでどばびぶべぼぱぴぷぺぽ',
  'しょ',
  'ちゃ',
  'きゅ',
  'じゅ',
  'りょ',
  'っか',
  'っち',
  'ふぁ',
  'てぃ',
];
const readings = fc.array(fc.constantFrom(...kana), { minLength: 1, maxLength: 8 }).map((each) => each.join(''));

test('wherever a name is cut, in kana or in romaji, its key begins with a beginning of what is left', () => {
  fc.assert(
    fc.property(readings, fc.boolean(), fc.nat(), (reading, inRomaji, place) => {
      const name = inRomaji ? kanaToRomaji(reading) : reading;
      const typed = name.slice(0, 1 + (place % name.length));
      const key = romajiKey(kanaToRomaji(name));
      const found = beginningsOf(typed);
      expect([name, typed, found, found.length === 0 || found.some((each) => key.startsWith(each))]).toEqual([name, typed, found, true]);
    }),
    { numRuns: 2_000 },
  );
});
