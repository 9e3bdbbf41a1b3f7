import type { Page } from '../src/graph/reader.js';
import type { RecordOf } from '../src/graph/records.js';

export type CampaignMapper = RecordOf<'Campaign'>;
export type CampaignSongConnectionMapper = Page<'Campaign', 'songs'>;
export type CampaignWorkConnectionMapper = Page<'Campaign', 'works'>;
export type CampaignCharacterConnectionMapper = Page<'Campaign', 'characters'>;
export type CampaignConnectionMapper = Page<'Query', 'campaigns'>;
