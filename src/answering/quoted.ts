/** What JSON has to escape, and what only a careful look can tell. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON escapes control characters.
const special = /["\\\u0000-\u001f\ud800-\udfff]/;

/** A text as JSON. Most need no more than quotation marks, which is much quicker to do than to have it done. */
export function quoted(text: string): string {
  return special.test(text) ? JSON.stringify(text) : `"${text}"`;
}
