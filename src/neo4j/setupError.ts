/** What the machine lacks or forbids, told as a sentence with the way out. Print its message, not its stack. */
export class SetupError extends Error {
  override readonly name = 'SetupError';
}
