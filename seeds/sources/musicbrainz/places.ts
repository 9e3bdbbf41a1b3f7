import type { Artist } from './models.js';

type Area = NonNullable<Artist['area']>;

/** The prefectures by the numbers of ISO 3166-2, JP-01 first. */
const PREFECTURES = [
  ...['北海道', '青森県', '岩手県', '宮城県', '秋田県', '山形県', '福島県', '茨城県', '栃木県', '群馬県', '埼玉県', '千葉県'],
  ...['東京都', '神奈川県', '新潟県', '富山県', '石川県', '福井県', '山梨県', '長野県', '岐阜県', '静岡県', '愛知県', '三重県'],
  ...['滋賀県', '京都府', '大阪府', '兵庫県', '奈良県', '和歌山県', '鳥取県', '島根県', '岡山県', '広島県', '山口県', '徳島県'],
  ...['香川県', '愛媛県', '高知県', '福岡県', '佐賀県', '長崎県', '熊本県', '大分県', '宮崎県', '鹿児島県', '沖縄県'],
];

const countries = new Intl.DisplayNames(['ja'], { type: 'region' });

const isJapanese = (area: Area): boolean =>
  area['iso-3166-1-codes'].includes('JP') || area['iso-3166-2-codes'].some((code) => code.startsWith('JP-'));

export const isInJapan = ({ country, area }: Artist): boolean => country === 'JP' || (area != null && isJapanese(area));

/** The first of the areas that has a name in Japanese: areas are named in English, so it is told by its code, and cities have none. */
export const placeIn = (areas: readonly (Area | null | undefined)[]): string | undefined => areas.flatMap((area) => (area && nameOf(area)) ?? [])[0];

function nameOf(area: Area): string | undefined {
  const prefecture = area['iso-3166-2-codes'].map((code) => /^JP-(\d\d)$/.exec(code)?.[1]).find((number) => number !== undefined);
  if (prefecture !== undefined) return PREFECTURES[Number(prefecture) - 1];
  const [country] = area['iso-3166-1-codes'].filter((code) => /^[A-Z]{2}$/.test(code));
  return country && countries.of(country);
}
