import type { RecordOf, TypeName } from './graph/records.js';

/** Anything with the display forms of a name. */
export type Titled = Extract<RecordOf<TypeName>, { readonly original: string }>;

type Forms = Pick<Titled, 'original' | 'kana' | 'romaji' | 'english' | 'zhHans' | 'zhHant' | 'ko' | 'japanese'>;

const formsIn: Readonly<Record<string, (title: Forms) => readonly (string | null)[]>> = {
  ja: ({ japanese }) => [japanese],
  'ja-hrkt': ({ kana }) => [kana],
  'ja-latn': ({ romaji, english }) => [romaji, english],
  en: ({ english, romaji }) => [english, romaji],
  'zh-hans': ({ zhHans, zhHant, english, romaji }) => [zhHans, zhHant, english, romaji],
  'zh-hant': ({ zhHant, zhHans, english, romaji }) => [zhHant, zhHans, english, romaji],
  ko: ({ ko, english, romaji }) => [ko, english, romaji],
};

const shorter: Readonly<Record<string, string>> = {
  zh: 'zh-hans',
  'zh-cn': 'zh-hans',
  'zh-tw': 'zh-hant',
  'zh-hk': 'zh-hant',
  'ja-jp': 'ja',
  'ko-kr': 'ko',
  'ja-kana': 'ja-hrkt',
};

/** The form for a reader of this language (BCP 47), else a form that comes near it, else the original. */
export function titleIn(title: Forms, lang: string | null | undefined): string {
  if (lang == null) return title.original;
  const tag = lang.toLowerCase();
  const forms = formsIn[shorter[tag] ?? tag] ?? formsIn[tag.split('-')[0] ?? ''] ?? formsIn['en'];
  return forms?.(title).find((form) => form !== null) ?? title.original;
}
