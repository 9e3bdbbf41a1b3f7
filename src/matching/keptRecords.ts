import { grown } from './grown.js';

/** Records as compact texts in one piece of memory: half a million JavaScript objects would take several times as much. Numbered in the order they came. */
export class KeptRecords<Kept extends object> {
  private bytes = Buffer.alloc(1 << 16);
  private end = 0;
  private starts = new Float64Array(1024);
  private ends = new Float64Array(1024);
  count = 0;

  /** In bytes. */
  get size(): number {
    return this.bytes.length + this.starts.byteLength + this.ends.byteLength;
  }

  add(record: Kept): number {
    const number = this.count;
    if (number === this.starts.length) this.grow();
    this.count += 1;
    this.put(number, record);
    return number;
  }

  /** The older text stays where it is, unread. */
  put(number: number, record: Kept): void {
    const text = JSON.stringify(record, (_, value) => value ?? undefined);
    const length = Buffer.byteLength(text);
    if (this.end + length > this.bytes.length) this.bytes = grown(this.bytes, Buffer.alloc(Math.max(this.bytes.length * 1.5, this.end + length)));
    this.starts[number] = this.end;
    this.end += this.bytes.write(text, this.end);
    this.ends[number] = this.end;
  }

  /** Fields that are null are left out. */
  get(number: number): Kept {
    return JSON.parse(this.bytes.toString('utf8', this.starts[number], this.ends[number]));
  }

  private grow(): void {
    for (const name of ['starts', 'ends'] as const) this[name] = grown(this[name], new Float64Array(this[name].length * 2));
  }
}
