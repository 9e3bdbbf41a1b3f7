import type { RecordOf } from './graph/records.js';

/** What the API calls the kinds of thing that records tell of. */
export const recordKinds = {
  Work: 'WORK',
  Song: 'SONG',
  Artist: 'ARTIST',
  TieUp: 'TIE_UP',
  Character: 'CHARACTER',
  Goods: 'GOODS',
  Organization: 'ORGANIZATION',
  Campaign: 'CAMPAIGN',
  Franchise: 'FRANCHISE',
  Factor: 'FACTOR',
  Chart: 'CHART',
} as const satisfies Readonly<Record<RecordOf<'SourceRecord'>['type'], string>>;
