/** The season that a title names, as `S2`; the words that name it. */
const season = /\b(?:(\d+)(?:st|nd|rd|th) season|season (\d+))\b/i;
const movie = /^(?:gekijou ?ban|eiga|the movie:?|movie:?)\s+|[\s:]+(?:the )?movie$/i;

/** A title in Latin letters as AnimeThemes writes it in its addresses: `Kyoukai no Rinne 2nd Season` is `KyoukaiNoRinneS2`. */
export function slugOf(title: string): string {
  const [named, ordinal, cardinal] = season.exec(title) ?? [];
  const unnumbered = title.replace(season, ' ').trim();
  const bare = unnumbered.replace(movie, ' ');
  return `${joined(bare)}${movie.test(unnumbered) ? 'Movie' : ''}${named ? `S${ordinal ?? cardinal}` : ''}`;
}

/** `K-On!` is `KOn`, `Re:Zero` is `ReZero`: marks are dropped and part words, apostrophes don't. */
const joined = (title: string) =>
  title
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/['’]/g, '')
    .split(/[^A-Za-z0-9]+/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
