/** What the name of a video of AnimeThemes tells: `KyoukaiNoRinneS2-OP1v2-NCBD1080`. */
export interface VideoSlug {
  /** The title in romaji, run together, with its season. */
  readonly work: string;
  readonly kind: 'OPENING' | 'ENDING' | 'INSERT';
  readonly sequence: number;
  readonly version: number | null;
  /** How this video differs: `NCBD1080`, `Lyrics`, `EN`. */
  readonly variant: string;
  /** Of a foreign broadcast, which counts its openings by itself. */
  readonly isDub: boolean;
}

const kinds = { OP: 'OPENING', ED: 'ENDING', IN: 'INSERT' } as const;
const form = /\/(?<work>[^/-]+)-(?<kind>OP|ED|IN)(?<sequence>\d+)(?:v(?<version>\d+))?(?:-(?<variant>[^/]+))?\.webm$/;

/** Null where an address is none of a video of AnimeThemes. */
export function videoSlugOf(address: string): VideoSlug | null {
  const found = form.exec(address)?.groups;
  const kind = Object.entries(kinds).find(([letters]) => letters === found?.['kind'])?.[1];
  if (!found || !kind) return null;
  const { work = '', sequence, version, variant = '' } = found;
  return {
    work: work.replace(/(?<=[a-z0-9])Dub$/i, ''),
    kind,
    sequence: Number(sequence),
    version: version === undefined ? null : Number(version),
    variant,
    isDub: /(?<=[a-z0-9])Dub$/i.test(work) || variant.split('-').includes('EN'),
  };
}
