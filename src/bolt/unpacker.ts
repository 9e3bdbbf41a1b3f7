import { NotForBolt } from './notForBolt.js';
import { text } from './text.js';

/** Reads values of PackStream. */
export class Unpacker {
  private bytes: Buffer = Buffer.alloc(0);
  private view: DataView = new DataView(new ArrayBuffer(0));
  private at = 0;

  valueIn(bytes: Buffer, at: number): unknown {
    this.goTo(bytes, at);
    return this.value();
  }

  listIn(bytes: Buffer, at: number): readonly unknown[] {
    this.goTo(bytes, at);
    const marker = this.byte();
    return this.list(marker < 0xa0 ? marker - 0x90 : this.length(marker - 0xd4));
  }

  private goTo(bytes: Buffer, at: number): void {
    if (bytes !== this.bytes) this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    this.bytes = bytes;
    this.at = at;
  }

  private value(): unknown {
    const marker = this.byte();
    if (marker < 0x80) return marker;
    if (marker < 0x90) return this.text(marker - 0x80);
    if (marker < 0xa0) return this.list(marker - 0x90);
    if (marker < 0xb0) return this.map(marker - 0xa0);
    if (marker >= 0xf0) return marker - 0x100;
    return this.marked(marker);
  }

  private marked(marker: number): unknown {
    switch (marker) {
      case 0xc0:
        return null;
      case 0xc1:
        return this.view.getFloat64(this.skip(8));
      case 0xc2:
        return false;
      case 0xc3:
        return true;
      case 0xc8:
        return this.view.getInt8(this.skip(1));
      case 0xc9:
        return this.view.getInt16(this.skip(2));
      case 0xca:
        return this.view.getInt32(this.skip(4));
      case 0xcb:
        return this.long();
      default:
        return this.sized(marker);
    }
  }

  /** The last two bits say how many bytes the length has, those before whose length it is. */
  private sized(marker: number): unknown {
    const width = marker & 3;
    const kind = width === 3 ? undefined : marker - width;
    if (kind === 0xd0) return this.text(this.length(width));
    if (kind === 0xd4) return this.list(this.length(width));
    if (kind === 0xd8) return this.map(this.length(width));
    const rule = 'An answer must be made of null, booleans, numbers, strings, lists and maps';
    throw new NotForBolt(`${rule}, but got PackStream's 0x${marker.toString(16)}. Return its properties, or ask by the driver.`);
  }

  private long(): number {
    const at = this.skip(8);
    const value = this.view.getInt32(at) * 0x1_0000_0000 + this.view.getUint32(at + 4);
    if (Number.isSafeInteger(value)) return value;
    throw new NotForBolt(
      `An integer must be within ±${Number.MAX_SAFE_INTEGER}, but got about ${value}. Return it as a string, or ask by the driver.`,
    );
  }

  private length(width: number): number {
    if (width === 0) return this.byte();
    return width === 1 ? this.view.getUint16(this.skip(2)) : this.view.getUint32(this.skip(4));
  }

  private list(length: number): unknown[] {
    const list = new Array<unknown>(length);
    for (let index = 0; index < length; index++) list[index] = this.value();
    return list;
  }

  private map(length: number): Readonly<Record<string, unknown>> {
    const map: Record<string, unknown> = {};
    for (let index = 0; index < length; index++) {
      const name = String(this.value());
      const value = this.value();
      // Set as any other, this one would be the map's prototype.
      if (name === '__proto__') Object.defineProperty(map, name, { value, configurable: true, enumerable: true, writable: true });
      else map[name] = value;
    }
    return map;
  }

  private text(length: number): string {
    const from = this.skip(length);
    return text(this.view, this.bytes, from, from + length);
  }

  private byte(): number {
    return this.view.getUint8(this.at++);
  }

  private skip(length: number): number {
    const from = this.at;
    this.at += length;
    return from;
  }
}
