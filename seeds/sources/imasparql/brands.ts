import type { Reading } from '../../source.js';
import type { NameTold } from '../../told.js';

/** The brands that characters are told to be of, and the works they began with. Two of them say only that it is none of the others. */
export const BRANDS: ReadonlyMap<string, Brand> = new Map([
  ['1stVision', { work: '1stVision', title: 'THE IDOLM@STER 1st VISION', ja: 'アイドルマスター 1st VISION', medium: 'GAME' }],
  ['765AS', { work: '765AS', title: 'THE IDOLM@STER', ja: 'アイドルマスター', medium: 'GAME' }],
  ['DearlyStars', { work: 'DearlyStars', title: 'THE IDOLM@STER Dearly Stars', ja: 'アイドルマスター ディアリースターズ', medium: 'GAME' }],
  [
    'CinderellaGirls',
    { work: 'CinderellaGirls', title: 'THE IDOLM@STER CINDERELLA GIRLS', ja: 'アイドルマスター シンデレラガールズ', medium: 'GAME' },
  ],
  ['MillionLive', { work: 'MillionLive', title: 'THE IDOLM@STER MILLION LIVE!', ja: 'アイドルマスター ミリオンライブ!', medium: 'GAME' }],
  ['SideM', { work: 'SideM', title: 'THE IDOLM@STER SideM', ja: 'アイドルマスター SideM', medium: 'GAME' }],
  ['ShinyColors', { work: 'ShinyColors', title: 'THE IDOLM@STER SHINY COLORS', ja: 'アイドルマスター シャイニーカラーズ', medium: 'GAME' }],
  ['Gakuen', { work: 'Gakuen', title: 'Gakuen IDOLM@STER', ja: '学園アイドルマスター', medium: 'GAME' }],
  ['va-liv', { work: 'va-liv', title: 'PROJECT IM@S vα-liv', ja: 'ヴイアライヴ', medium: undefined }],
  ['Xenoglossia', { work: 'Xenoglossia', title: 'Idolmaster: Xenoglossia', ja: 'アイドルマスター XENOGLOSSIA', medium: 'ANIME' }],
  ['Xenoglossia_Original', { work: 'Xenoglossia', title: 'Idolmaster: Xenoglossia', ja: 'アイドルマスター XENOGLOSSIA', medium: 'ANIME' }],
]);

/** Said of those who are of the franchise, but of no brand. */
export const NO_BRAND: ReadonlySet<string> = new Set(['Other', 'Others']);

interface Brand {
  readonly work: string;
  readonly title: string;
  readonly ja: string;
  readonly medium: 'GAME' | 'ANIME' | undefined;
}

export const FRANCHISE = 'franchise:THE IDOLM@STER';

export const workOfBrand = (brand: string) => `brand:${brand}`;

/** The franchise, and a work for each brand. */
export function* readBrands(): Iterable<Reading> {
  yield {
    place: 'imasparql THE IDOLM@STER',
    told: {
      type: 'Franchise',
      record: FRANCHISE,
      ref: FRANCHISE,
      names: bothNames('アイドルマスター', 'THE IDOLM@STER'),
      ids: [],
      fields: {},
      facts: [],
    },
  };
  for (const [key, { work, title, ja, medium }] of BRANDS) {
    if (work !== key) continue;
    yield {
      place: `imas:Brand ${key}`,
      told: {
        type: 'Work',
        record: workOfBrand(key),
        ref: workOfBrand(key),
        names: bothNames(ja, title),
        ids: [],
        fields: medium === undefined ? {} : { medium },
        facts: [{ type: 'PART_OF', other: FRANCHISE }],
      },
    };
  }
}

const bothNames = (ja: string, en: string): NameTold[] => [
  { text: ja, kind: 'OFFICIAL', language: 'ja' },
  { text: en, kind: 'TRANSLATION', language: 'en' },
];
