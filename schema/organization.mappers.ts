import type { Page } from '../src/graph/reader.js';
import type { RecordOf } from '../src/graph/records.js';

export type OrganizationMapper = RecordOf<'Organization'>;
export type OrganizationTieUpConnectionMapper = Page<'Organization', 'tieUps'>;
export type OrganizationWorkConnectionMapper = Page<'Organization', 'works'>;
export type OrganizationGoodsConnectionMapper = Page<'Organization', 'goods'>;
export type OrganizationCampaignConnectionMapper = Page<'Organization', 'campaigns'>;
