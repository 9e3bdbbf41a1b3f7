import { katakana } from '../../../src/names/kana.js';
import type { NameTold } from '../../told.js';
import { languageByLetters } from '../languages.js';
import type { Alias, Artist } from './models.js';

const latin = /^(?=.*\p{Script=Latin})[\p{Script=Latin}\p{M}\p{N}\p{P}\p{S}\s]+$/u;
const kana = /^[\p{Script=Hiragana}\p{Script=Katakana}ー・,、\s]+$/u;

/** A name with its aliases, each once. Search hints are no names. */
export function namesOf(name: string, aliases: readonly Alias[], language: NameTold['language']): NameTold[] {
  const told: NameTold[] = [
    { text: name, kind: 'OFFICIAL', language },
    ...aliases.flatMap((alias) => readingOf(name, alias)),
    ...aliases.filter(({ type, name: text }) => type !== 'Search hint' && text !== name).map(aliasOf),
  ];
  return [...new Map(told.map((each) => [`${each.kind} ${each.language} ${each.text}`, each])).values()];
}

/** The Japanese alias that repeats a name is there for its sort name, which is how it is read. */
function readingOf(name: string, alias: Alias): NameTold[] {
  const reading = alias['sort-name'] ?? '';
  return alias.name === name && alias.locale?.startsWith('ja') && reading !== name && kana.test(reading)
    ? [{ text: katakana(reading).replace(/\s*[,、]\s*/, ' '), kind: 'READING', language: 'ja' }]
    : [];
}

/** The primary alias of another language is the name there. */
function aliasOf({ name, locale, primary }: Alias): NameTold {
  const language = locale ? locale.replaceAll('_', '-') : languageByLetters(name);
  if (/^ja-Latn/.test(language ?? '')) return { text: name, kind: 'ROMAJI', language: 'ja' };
  const isTranslation = primary === true && language !== null && !language.startsWith('ja');
  return { text: name, kind: isTranslation ? 'TRANSLATION' : 'ALIAS', language };
}

/**
 * What a Japanese name is sorted by, in Latin letters: `Yonezu, Kenshi` is Yonezu Kenshi, as Japanese say it; `Oral Cigarettes, THE` is a group
 * with its article behind. Of two commas nobody knows.
 */
export function romajiOf({ type, 'sort-name': text }: Artist): NameTold[] {
  const [first = '', second, ...others] = (text ?? '').split(', ');
  if (!latin.test(text ?? '') || others.length > 0) return [];
  const isFamilyName = type === 'Person' || type === 'Character';
  const romaji = second === undefined ? first : isFamilyName ? `${first} ${second}` : `${second} ${first}`;
  return [{ text: romaji, kind: 'ROMAJI', language: 'ja' }];
}
