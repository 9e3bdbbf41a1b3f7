import { NotForBolt } from './notForBolt.js';

const longestMessageKept = 1_048_576;

let bytes = Buffer.allocUnsafe(8_192);
let end = 0;

/** One structure of PackStream, such as a Bolt message: its tag and its fields. Whole numbers go as integers, undefined properties not at all. */
export function pack(tag: number, fields: readonly unknown[]): Buffer {
  end = 0;
  room(2);
  byte(0xb0 + fields.length);
  byte(tag);
  for (const field of fields) value(field);
  const packed = Buffer.from(bytes.subarray(0, end));
  if (bytes.length > longestMessageKept) bytes = Buffer.allocUnsafe(8_192);
  return packed;
}

function value(given: unknown): void {
  room(9);
  if (typeof given === 'string') text(given);
  else if (typeof given === 'number') number(given);
  else if (given === null) byte(0xc0);
  else if (typeof given === 'boolean') byte(given ? 0xc3 : 0xc2);
  else if (Array.isArray(given)) list(given);
  else if (isPlain(given)) map(given);
  else
    throw new NotForBolt(
      `A parameter must be made of null, booleans, numbers, strings, lists and maps, but got ${describe(given)}. Send it by the driver.`,
    );
}

function text(given: string): void {
  const length = Buffer.byteLength(given);
  head(length, 0x80, 0xd0);
  room(length);
  end += bytes.write(given, end);
}

/** A number that may have been rounded is no integer to rely on, so it goes as what it is: a float. */
function number(given: number): void {
  if (Number.isSafeInteger(given)) integer(given);
  else {
    byte(0xc1);
    end = bytes.writeDoubleBE(given, end);
  }
}

function integer(given: number): void {
  if (given >= -0x10 && given < 0x80) byte(given & 0xff);
  else if (given >= -0x80 && given < 0x80) sized(0xc8, given & 0xff, 1);
  else if (given >= -0x8000 && given < 0x8000) sized(0xc9, given & 0xffff, 2);
  else if (given >= -0x80000000 && given < 0x80000000) sized(0xca, given >>> 0, 4);
  else {
    byte(0xcb);
    end = bytes.writeBigInt64BE(BigInt(given), end);
  }
}

function list(given: readonly unknown[]): void {
  head(given.length, 0x90, 0xd4);
  for (const item of given) value(item);
}

function map(given: Readonly<Record<string, unknown>>): void {
  const names = Object.keys(given).filter((name) => given[name] !== undefined);
  head(names.length, 0xa0, 0xd8);
  for (const name of names) {
    room(5);
    text(name);
    value(given[name]);
  }
}

/** The length of a text, list or map: within its marker when it is short, else in one, two or four bytes after it. */
function head(length: number, short: number, long: number): void {
  if (length < 0x10) byte(short + length);
  else if (length < 0x100) sized(long, length, 1);
  else if (length < 0x10000) sized(long + 1, length, 2);
  else sized(long + 2, length, 4);
}

function sized(marker: number, given: number, size: number): void {
  byte(marker);
  end = bytes.writeUIntBE(given, end, size);
}

function byte(given: number): void {
  bytes[end++] = given;
}

function room(wanted: number): void {
  if (end + wanted <= bytes.length) return;
  const larger = Buffer.allocUnsafe(Math.max(bytes.length * 2, end + wanted));
  bytes.copy(larger, 0, 0, end);
  bytes = larger;
}

/** The prototype of plain objects has none itself, whichever realm it is of; a class's has. */
function isPlain(given: unknown): given is Readonly<Record<string, unknown>> {
  if (typeof given !== 'object' || given === null) return false;
  const prototype: unknown = Object.getPrototypeOf(given);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

function describe(given: unknown): string {
  return typeof given === 'object' && given !== null ? `an instance of ${given.constructor.name}` : `${typeof given} ${String(given)}`;
}
