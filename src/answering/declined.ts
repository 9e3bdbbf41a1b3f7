/** A direct answer can't be given: what is asked is not plain. Never seen by a caller. */
export class Declined extends Error {}
