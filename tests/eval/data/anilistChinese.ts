import { z } from 'zod';
import type { Statements } from '../../../seeds/statements.js';
import { readJson } from './shared.js';

const model = z.array(z.object({ id: z.int(), title: z.string(), synonyms: z.array(z.string()) }));

export const anilistChineseFolder = 'data/anilist-chinese';

/** Chinese titles by AniList id, as the loader would be told them; only the evaluation's catalogue has them. */
export function anilistChinese(): Statements {
  const rows = readJson(`${anilistChineseFolder}/anilist-chinese.json`, model);
  return {
    sources: [{ key: 'anilist-chinese', title: 'anilist-chinese', licence: 'MIT', url: 'https://github.com/soruly/anilist-chinese' }],
    things: rows.map(({ id, title, synonyms }) => ({
      type: 'Work',
      ref: `anilist-chinese:${id}`,
      source: 'anilist-chinese',
      fields: {},
      names: [title, ...synonyms].map((text) => ({ text, kind: 'ALIAS', language: 'zh' })),
      ids: [{ site: 'ANILIST', value: String(id) }],
    })),
    facts: [],
  };
}
