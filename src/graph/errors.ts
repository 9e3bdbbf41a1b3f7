/** What the caller gave breaks a rule; the message says the rule, the value and the way out, and is meant for the caller. */
export class BadInput extends Error {
  override readonly name = 'BadInput';
}

/** What is asked is not done, for a reason that the caller can act on; the message is meant for the caller, the code for programs. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/** The database can't be asked right now; asking again later may work. */
export class Unavailable extends Error {
  override readonly name = 'Unavailable';
}

/** All who asked have hung up; nobody sees this. */
export class GivenUp extends Error {
  override readonly name = 'GivenUp';
}

/** Refuses what is not a whole number from 1 to `most`. */
export function bounded(name: string, value: unknown, most: number, wayOut = ''): void {
  if (Number.isInteger(value) && Number(value) >= 1 && Number(value) <= most) return;
  throw new BadInput(`${name} must be between 1 and ${most}, but got ${value}.${Number(value) > most ? wayOut : ''}`);
}
