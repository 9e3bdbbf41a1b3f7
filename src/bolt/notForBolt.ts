/** This transport carries only plain values; whoever meets this asks the driver instead. The connection is still good. */
export class NotForBolt extends Error {
  override readonly name = 'NotForBolt';
}
