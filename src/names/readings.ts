import lindera from 'lindera-wasm-nodejs-ipadic';
import { z } from 'zod';
import { hiragana } from './kana.js';
import { type KanjiReadings, kanjidic } from './kanjidic.js';

/** A way that a text may be read: a proposal, never a fact. */
export interface Reading {
  /** In hiragana; letters and digits stay. */
  readonly kana: string;
  /** Which dictionary it comes from. */
  readonly origin: 'KANA' | 'IPADIC' | 'KANJIDIC';
}

/** A word as the dictionary cuts it; without a reading where the dictionary doesn't know it. */
export interface Token {
  readonly surface: string;
  readonly reading: string | null;
  readonly partOfSpeech: string;
}

const model = z.array(
  z.object({ surface: z.string(), reading: z.string().optional(), pronunciation: z.string().optional(), partOfSpeech: z.string() }),
);

let tokenizer: ReturnType<InstanceType<typeof lindera.TokenizerBuilder>['build']> | undefined;

/** The words of a Japanese text. */
export function tokensOf(text: string): readonly Token[] {
  tokenizer ??= open();
  return model.parse(tokenizer.tokenize(text)).map(({ surface, reading, pronunciation, partOfSpeech }) => ({
    surface,
    // The particles は and へ are said wa and e, and romanised so.
    reading: (partOfSpeech === '助詞' ? pronunciation : reading) ?? null,
    partOfSpeech,
  }));
}

function open() {
  const builder = new lindera.TokenizerBuilder();
  builder.setDictionary('embedded://ipadic');
  builder.setMode('normal');
  return builder.build();
}

/** No more readings of one text are proposed. */
const most = 8;
const han = /\p{Script=Han}|[々ヶヵ]/u;

/** The likeliest readings of a text, the likeliest first. */
export function readingsOf(text: string): readonly Reading[] {
  if (!/\p{Script=Han}/u.test(text)) return [{ kana: hiragana(text), origin: 'KANA' }];
  const choices = runsOf(tokensOf(text)).map(choicesOf);
  return best(choices).map(({ kana, cost }) => ({ kana, origin: cost === 0 ? 'IPADIC' : 'KANJIDIC' }));
}

interface Choice {
  readonly kana: string;
  /** How much less likely it is than the first. */
  readonly cost: number;
}

/** Words, but that single kanji side by side are taken together: the dictionary does not know the compound that they are. */
function runsOf(tokens: readonly Token[]): readonly (readonly Token[])[] {
  const runs: Token[][] = [];
  for (const token of tokens) {
    const last = runs.at(-1);
    if (last && isSingle(token) && last.every(isSingle)) last.push(token);
    else runs.push([token]);
  }
  return runs;
}

const isSingle = ({ surface }: Token) => [...surface].length === 1 && han.test(surface);

function choicesOf(run: readonly Token[]): readonly Choice[] {
  const surface = run.map((token) => token.surface).join('');
  const read = run.map((token) => (token.reading === null ? spelt(token.surface) : hiragana(token.reading))).join('');
  if (!han.test(surface)) return [{ kana: read, cost: 0 }];
  const characters = [...repeated(surface)].map((character) => kanjidic().readings.get(character));
  const others = run.every(isSingle) ? singleChoices(characters) : [];
  return distinct([{ kana: read, cost: 0 }, ...others]);
}

/** A kanji that stands alone is often read by its meaning; several that are no word known, by their sounds. */
function singleChoices(characters: readonly (KanjiReadings | undefined)[]): readonly Choice[] {
  const [first] = characters;
  if (characters.length === 1) {
    const each = [...(first?.kun.slice(0, 3) ?? []), ...(first?.on.slice(0, 2) ?? [])];
    return each.map((kana, index) => ({ kana, cost: 1 + index }));
  }
  const byOn = characters
    .map((character) => character?.on.slice(0, 2) ?? [])
    .map((ons, index) => (ons.length > 0 ? ons : (characters[index]?.kun.slice(0, 1) ?? [])));
  const byKun = characters.map((character) => character?.kun[0] ?? character?.on[0] ?? '').join('');
  return [...products(byOn).map((kana, index) => ({ kana, cost: 1 + index })), { kana: byKun, cost: 3 }];
}

/** A text of the dictionary's unknown words: each kanji by its first sound. */
function spelt(text: string): string {
  return hiragana(
    [...repeated(text)]
      .map((character) => kanjidic().readings.get(character)?.on[0] ?? kanjidic().readings.get(character)?.kun[0] ?? character)
      .join(''),
  );
}

const repeated = (text: string) => text.replace(/(.)々/gu, '$1$1');

function products(choices: readonly (readonly string[])[]): readonly string[] {
  return choices.reduce<readonly string[]>(
    (texts, each) => texts.flatMap((text) => (each.length === 0 ? [text] : each.map((next) => text + next))).slice(0, 4),
    [''],
  );
}

function distinct(choices: readonly Choice[]): readonly Choice[] {
  return choices.filter(({ kana }, index) => choices.findIndex((other) => other.kana === kana) === index);
}

/** The cheapest ways to go through all choices. */
function best(choices: readonly (readonly Choice[])[]): readonly Choice[] {
  return choices.reduce<readonly Choice[]>(
    (ways, each) =>
      distinct(
        ways
          .flatMap((way) => each.map((next) => ({ kana: way.kana + next.kana, cost: way.cost + next.cost })))
          .sort((one, other) => one.cost - other.cost),
      ).slice(0, most),
    [{ kana: '', cost: 0 }],
  );
}
