/** Ranges of episodes out of a flat list of first and last, as the graph keeps them; none where nothing is known. */
export function episodeRanges(flat: readonly number[] | null): readonly { readonly first: number; readonly last: number }[] {
  const bounds = flat ?? [];
  return bounds.flatMap((first, index) => (index % 2 === 0 ? [{ first, last: bounds[index + 1] ?? first }] : []));
}
