import { z } from 'zod';
import { inJapanese } from './inJapanese.js';

/** Why two things are probably one, or are not: the weights of all reasons add up to the confidence, within 0 and 1. */
export const duplicateReason = z.object({
  kind: z.enum(['OFFICIAL_NAME', 'NAME', 'MORE_NAMES', 'SAME', 'OTHER', 'SHARED', 'NOTHING_SHARED']),
  /** Of what the reason speaks: a field, a site, a kind of neighbour. */
  about: z.string(),
  /** The values it speaks of. */
  values: z.array(z.string()),
  weight: z.number(),
});

export type DuplicateReason = z.output<typeof duplicateReason>;

export const readReason = (json: string): DuplicateReason => duplicateReason.parse(JSON.parse(json));

const words: Readonly<Record<string, readonly [ja: string, en: string]>> = {
  medium: ['媒体', 'medium'],
  format: ['形式', 'format'],
  year: ['年', 'year'],
  kind: ['種類', 'kind'],
  kana: ['読み', 'reading'],
  born: ['生年月日', 'birth'],
  birthday: ['誕生日', 'birthday'],
  gender: ['性別', 'gender'],
  performers: ['歌手', 'performers'],
  songs: ['楽曲', 'songs'],
  characters: ['キャラクター', 'characters'],
  works: ['作品', 'works'],
  voices: ['声優', 'voices'],
  groups: ['グループ', 'groups'],
  shown: ['描かれたもの', 'things shown'],
  makers: ['メーカー', 'makers'],
  brands: ['ブランド', 'brands'],
  featured: ['使われたもの', 'things used'],
  ids: ['外部のID', 'ids elsewhere'],
};

const sentences: Readonly<Record<DuplicateReason['kind'], Readonly<Record<'ja' | 'en', (about: string, values: readonly string[]) => string>>>> = {
  OFFICIAL_NAME: {
    ja: (_about, [name]) => `どちらも正式な名前が「${name}」`,
    en: (_about, [name]) => `Both are officially called ${name}`,
  },
  NAME: { ja: (_about, [name]) => `どちらも「${name}」と呼ばれる`, en: (_about, [name]) => `Both are called ${name}` },
  MORE_NAMES: {
    ja: (_about, [count]) => `ほかに${count}個の名前も同じ`,
    en: (_about, [count]) => `${count} more of their names ${count === '1' ? 'is' : 'are'} the same`,
  },
  SAME: { ja: (about, [value]) => `${about}が同じ（${value}）`, en: (about, [value]) => `The same ${about}: ${value}` },
  OTHER: { ja: (about, values) => `${about}が異なる（${values.join('と')}）`, en: (about, values) => `Another ${about}: ${values.join(' and ')}` },
  SHARED: { ja: (about, [count]) => `${about}が${count}件共通`, en: (about, [count]) => `${about} in common: ${count}` },
  NOTHING_SHARED: { ja: (about) => `共通の${about}がない`, en: (about) => `No ${about} in common` },
};

/** A reason as a sentence, in Japanese for `ja`, else in English. */
export function duplicateReasonIn({ kind, about, values }: DuplicateReason, lang: string | null | undefined): string {
  const tongue = inJapanese(lang) ? 'ja' : 'en';
  return sentences[kind][tongue](words[about]?.[tongue === 'ja' ? 0 : 1] ?? about, values);
}
