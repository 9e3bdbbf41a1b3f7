/** Something that only statements can bring into a graph; nothing was written. */
export class NotInBulk extends Error {}
