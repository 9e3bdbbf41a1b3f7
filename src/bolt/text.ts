const fewLetters = 12;
const fewBytes = 60;

/** Text in UTF-8 between two places. A call into Node costs more than some letters, so short text is read here. */
export function text(bytes: DataView, buffer: Buffer, from: number, to: number): string {
  if (to - from <= fewLetters) return letters(bytes, buffer, from, to);
  if (to - from <= fewBytes && bytes.getUint8(from) > 0x7f) return signs(bytes, buffer, from, to);
  return buffer.toString('utf8', from, to);
}

/** Four at a time while they are ASCII. */
function letters(bytes: DataView, buffer: Buffer, from: number, to: number): string {
  let read = '';
  let at = from;
  for (; at + 4 <= to; at += 4) {
    const [one, two, three, four] = [bytes.getUint8(at), bytes.getUint8(at + 1), bytes.getUint8(at + 2), bytes.getUint8(at + 3)];
    if ((one | two | three | four) > 0x7f) return signs(bytes, buffer, from, to);
    read += String.fromCharCode(one, two, three, four);
  }
  for (; at < to; at++) {
    const letter = bytes.getUint8(at);
    if (letter > 0x7f) return signs(bytes, buffer, from, to);
    read += String.fromCharCode(letter);
  }
  return read;
}

/** One to three bytes make one UTF-16 unit; the rare four are left to Node. */
function signs(bytes: DataView, buffer: Buffer, from: number, to: number): string {
  const units: number[] = [];
  for (let at = from; at < to; ) {
    const first = bytes.getUint8(at++);
    if (first < 0x80) units.push(first);
    else if (first < 0xe0) units.push(((first & 0x1f) << 6) | (bytes.getUint8(at++) & 0x3f));
    else if (first < 0xf0) units.push(((first & 0xf) << 12) | ((bytes.getUint8(at++) & 0x3f) << 6) | (bytes.getUint8(at++) & 0x3f));
    else return buffer.toString('utf8', from, to);
  }
  return String.fromCharCode(...units);
}
