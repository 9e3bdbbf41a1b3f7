import { join } from 'node:path';
import type { DataSource } from '../source.js';
import { anilistChinese } from './anilistChinese.js';
import { animeAwards } from './animeAwards.js';
import { animeThemes } from './animeThemes.js';
import { annictTitles } from './annictTitles.js';
import { bangumiArchive } from './bangumiArchive.js';
import { bgmdTags } from './bgmdTags.js';
import { imasparql } from './imasparql.js';
import { lasercutSongs } from './lasercutSongs.js';
import { madb } from './madb.js';
import { musicbrainz } from './musicbrainz.js';
import { sheet } from './sheet.js';
import { skos } from './skos.js';
import { wikidata } from './wikidata.js';

/** Files of one's own. */
const ownFiles: readonly DataSource[] = [sheet, skos];

/** Every source that is read record by record, works before songs. */
const sources: readonly DataSource[] = [
  annictTitles,
  anilistChinese,
  bgmdTags,
  madb,
  lasercutSongs,
  animeAwards,
  imasparql,
  animeThemes,
  bangumiArchive,
  musicbrainz,
  wikidata,
  ...ownFiles,
];

export function sourceNamed(key: string): DataSource {
  const found = sources.find((source) => source.key === key);
  if (!found) throw new Error(`A source must be one of ${sources.map((source) => source.key).join(', ')}, but got ${key}.`);
  return found;
}

/** Sources of which a folder of public data sets may have one, named like them; the tags of bgmd come with its npm package. */
export const inFolders = (folder: string): readonly { readonly source: DataSource; readonly path: string }[] =>
  sources.filter((source) => !ownFiles.includes(source)).map((source) => ({ source, path: source === bgmdTags ? '' : join(folder, source.key) }));
