import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { hiragana } from './kana.js';

/** How one kanji may be read, in hiragana, the usual first. */
export interface KanjiReadings {
  readonly on: readonly string[];
  readonly kun: readonly string[];
}

interface Kanjidic {
  readonly readings: ReadonlyMap<string, KanjiReadings>;
  /** Other forms of the same character. */
  readonly variantsOf: (character: string) => readonly string[];
}

let read: Kanjidic | undefined;

/** KANJIDIC, the dictionary of 6,355 kanji of the Electronic Dictionary Research and Development Group. Read once, when first needed. */
export function kanjidic(): Kanjidic {
  read ??= parse(new TextDecoder('euc-jp').decode(readFileSync(createRequire(import.meta.url).resolve('kanjidic/data/kanjidic'))));
  return read;
}

/** `刃 3F4F U5203 … XJ05163 … ジン ニン は やいば き.る T1 ち と {blade}`: the character, its code, codes of variants, readings, those in names after T1. */
function parse(text: string): Kanjidic {
  const lines = text.split('\n').filter((line) => /^\p{Script=Han} /u.test(line));
  const byCode = new Map(lines.map((line) => [line.slice(2, 6), line.slice(0, 1)]));
  const variants = new Map<string, readonly string[]>();
  const readings = new Map<string, KanjiReadings>();
  for (const line of lines) {
    const [character = '', , ...fields] = line
      .slice(0, line.indexOf('{') < 0 ? undefined : line.indexOf('{'))
      .trim()
      .split(' ');
    // What stands after T1 is read so in people's names only.
    const plain = fields.includes('T1') ? fields.slice(0, fields.indexOf('T1')) : fields;
    readings.set(character, {
      on: plain.filter((field) => /^[ァ-ヶー]+$/.test(field)).map(hiragana),
      kun: unique(
        plain
          .filter((field) => /^-?[ぁ-ゖ.]+-?$/.test(field))
          .sort((one, other) => Number(one.includes('.')) - Number(other.includes('.')))
          .map((field) => field.replace(/\..*|-/g, '')),
      ),
    });
    variants.set(
      character,
      fields.flatMap((field) => byCode.get(/^XJ0(\w{4})$/.exec(field)?.[1] ?? '') ?? []),
    );
  }
  return { readings, variantsOf: (character) => variants.get(character) ?? [] };
}

const unique = (values: readonly string[]) => [...new Set(values)];
