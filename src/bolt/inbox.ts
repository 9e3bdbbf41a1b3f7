const usual = 131_072;
const largestKept = 1_048_576;

/** What has come from the socket and is not yet read: messages in chunks, each with its length before it, ended by an empty one. */
export class Inbox {
  bytes: Buffer = Buffer.allocUnsafeSlow(usual);
  private start = 0;
  private end = 0;

  /** Where the socket may write next. */
  free(): Buffer {
    const waiting = this.end - this.start;
    const size = this.bytes.length;
    if (waiting === 0 && size > largestKept) this.moveTo(Buffer.allocUnsafeSlow(usual));
    else if (waiting > size / 4) this.moveTo(Buffer.allocUnsafeSlow(size * 2));
    else if (waiting === 0 || this.end > size / 2) this.moveTo(this.bytes);
    return this.bytes.subarray(this.end);
  }

  received(length: number): void {
    this.end += length;
  }

  take(length: number): Buffer | undefined {
    if (this.end - this.start < length) return undefined;
    this.start += length;
    return this.bytes.subarray(this.start - length, this.start);
  }

  /** Where the next whole message begins; undefined when it is still on its way. */
  next(): number | undefined {
    while (this.chunk(this.start) === 0) this.start += 2; // An empty message is a sign of life.
    const first = this.start;
    let at = first;
    let size = this.chunk(at);
    while (size !== undefined && size > 0) {
      at += 2 + size;
      size = this.chunk(at);
    }
    if (size === undefined) return undefined;
    this.start = at + 2;
    this.join(first);
    return first + 2;
  }

  /** Moves the later chunks of a message up to its first one. */
  private join(first: number): void {
    let at = first + 2 + this.bytes.readUInt16BE(first);
    let to = at;
    for (let size = this.bytes.readUInt16BE(at); size > 0; size = this.bytes.readUInt16BE(at)) {
      this.bytes.copyWithin(to, at + 2, at + 2 + size);
      to += size;
      at += 2 + size;
    }
  }

  /** The length of the chunk that begins here; undefined when it has not come yet. */
  private chunk(at: number): number | undefined {
    return this.end - at < 2 ? undefined : this.bytes.readUInt16BE(at);
  }

  private moveTo(bytes: Buffer): void {
    this.bytes.copy(bytes, 0, this.start, this.end);
    this.end -= this.start;
    this.start = 0;
    this.bytes = bytes;
  }
}
