/** The closed lists of words that things are told with; the loader checks facts against them, the API shows them as enums. */
export const MEDIA = ['ANIME', 'FILM', 'DRAMA', 'GAME', 'MANGA', 'NOVEL', 'STAGE', 'RADIO', 'COMMERCIAL', 'TV_PROGRAM', 'LIVE'] as const;
export const FORMATS = ['TV', 'MOVIE', 'OVA', 'WEB', 'SPECIAL'] as const;
export const SEASONS = ['WINTER', 'SPRING', 'SUMMER', 'AUTUMN'] as const;
export const RELATIONS = [
  'SEQUEL',
  'PREQUEL',
  'SIDE_STORY',
  'MAIN_STORY',
  'SPIN_OFF',
  'SUMMARY',
  'FULL_STORY',
  'ADAPTATION',
  'ORIGINAL',
  'ARC',
  'WHOLE',
  'ALTERNATIVE',
  'REMAKE',
  'REMADE',
] as const;

/** What the second of two works is to the first, by what the first is to the second. */
const inverses: Readonly<Record<string, (typeof RELATIONS)[number]>> = {
  SEQUEL: 'PREQUEL',
  PREQUEL: 'SEQUEL',
  SIDE_STORY: 'MAIN_STORY',
  MAIN_STORY: 'SIDE_STORY',
  SPIN_OFF: 'MAIN_STORY',
  SUMMARY: 'FULL_STORY',
  FULL_STORY: 'SUMMARY',
  ADAPTATION: 'ORIGINAL',
  ORIGINAL: 'ADAPTATION',
  ARC: 'WHOLE',
  WHOLE: 'ARC',
  ALTERNATIVE: 'ALTERNATIVE',
  REMAKE: 'REMADE',
  REMADE: 'REMAKE',
};

export function inverseOf(relation: string): (typeof RELATIONS)[number] {
  const inverse = inverses[relation];
  if (!inverse) throw new Error(`${relation} is no relation of works.`);
  return inverse;
}

export const ARTIST_KINDS = ['PERSON', 'GROUP', 'CHARACTER_UNIT', 'UNKNOWN'] as const;
export const CREDIT_ROLES = ['PERFORMER', 'FEATURED', 'LYRICIST', 'COMPOSER', 'ARRANGER'] as const;
export const TIE_UP_KINDS = ['OPENING', 'ENDING', 'INSERT', 'MAIN_THEME', 'IMAGE_SONG', 'COMMERCIAL', 'GAME', 'EVENT'] as const;
export const GENDERS = ['FEMALE', 'MALE', 'OTHER'] as const;
export const CHARACTER_ROLES = ['MAIN', 'SUPPORTING', 'MINOR'] as const;
export const GOODS_KINDS = [
  'FIGURE',
  'PLUSH',
  'MODEL_KIT',
  'CARD_GAME',
  'APPAREL',
  'ACCESSORY',
  'ACRYLIC',
  'STATIONERY',
  'HOME',
  'TOY',
  'DISC',
  'COSTUME',
  'OTHER',
] as const;
export const ORGANIZATION_KINDS = ['BROADCASTER', 'LABEL', 'STUDIO', 'MAKER', 'PUBLISHER', 'BRAND', 'COMPANY'] as const;
export const NAME_KINDS = ['OFFICIAL', 'READING', 'ROMAJI', 'TRANSLATION', 'ABBREVIATION', 'ALIAS'] as const;

/** What a reason is: the kind of fact that leads from one thing to another. */
export const REASON_KINDS = [
  'RELATION',
  'SAME_FRANCHISE',
  'SAME_SONG',
  'SAME_PERFORMER',
  'SAME_CHARACTER',
  'SAME_VOICE',
  'SERIES_OF_CHARACTER',
  'SAME_STUDIO',
  'INFLUENCE',
  'MEMBERSHIP',
  'SAME_GROUP',
  'SONGS_TOGETHER',
  'SONGS_WITH_GROUP',
  'GROUP_OF_CAST',
  'SAME_WORK',
  'SAME_SERIES',
  'SAME_CAST',
  'CAST_AND_SONG',
  'SAME_GENERATION',
  'SAME_SINGER',
  'SAME_WRITER',
  'SAME_TIE_UP',
  'SONGS_OF_SERIES',
  'SAME_FACTOR',
  'USED_BY',
  'SUNG_BY',
  'HAS_SONG',
  'SINGS_FOR',
  'HAS_CHARACTER',
  'SINGS',
  'HAS_SONG_IN',
  'VOICES',
  'APPEARS_IN',
  'VOICED_BY',
  'SINGS_FOR_SERIES',
  'IN_CAST',
  'SONG_OF_SERIES',
  'SONG_OF_SINGER',
  'SONG_OF_CAST',
  'SONG_OF_CAST_GROUP',
  'SONG_OF_WRITER',
  'SONG_OF_RELATED',
  'SONG_LIKE_ITS',
  'WORK_OF_SERIES',
  'WORK_OF_SINGER',
  'WORK_OF_CAST',
  'WORK_OF_MEMBER',
  'WORK_OF_WRITER',
  'WORK_OF_RELATED',
  'WORK_OF_LIKE_SONG',
  'SAID_IN_TEXT',
  'DENIED_IN_TEXT',
  'NEAR_IN_MEANING',
  'WANTED',
  'UNWANTED',
  'NEAR_FACTOR',
  'NAMED_IN_TEXT',
] as const;

export type ReasonKind = (typeof REASON_KINDS)[number];
