/** What JSON has to escape, and what only a careful look can tell. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON escapes control characters.
const special = /["\\\u0000-\u001f\ud800-\udfff]/;

/** A text as JSON. Most need no more than quotation marks, which is much quicker to do than to have it done. */
export function quote(text: string, out: string[]): void {
  if (special.test(text)) out.push(JSON.stringify(text));
  else out.push('"', text, '"');
}
