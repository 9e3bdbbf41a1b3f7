import { hepburn } from './kana.js';

/** How people write long vowels and syllables in Latin letters, beside Hepburn with each vowel spelt. */
const habits: Readonly<Record<string, (hepburn: string) => string>> = {
  spelt: (text) => text,
  short: (text) => text.replace(/ou|oo/g, 'o').replace(/uu/g, 'u'),
  macron: (text) => text.replace(/ou|oo/g, 'ō').replace(/uu/g, 'ū'),
  oh: (text) => text.replace(/ou|oo/g, 'oh').replace(/uu/g, 'u'),
  kunrei: (text) =>
    text
      .replace(/tch/g, 'tty')
      .replace(/sh(?=[auo])/g, 'sy')
      .replace(/ch(?=[auo])/g, 'ty')
      .replace(/j(?=[auo])/g, 'zy')
      .replace(/sh/g, 's')
      .replace(/ch/g, 't')
      .replace(/j/g, 'z')
      .replace(/ts/g, 't')
      .replace(/f/g, 'h')
      .replace(/ttyi/g, 'tti'),
};

/** A person's name by its kana (`キトウ・アカリ`) in each habit, family name first and last. */
export function romanised(kana: string): readonly { readonly text: string; readonly habit: string }[] {
  const [family, given, ...more] = kana.split('・').map(hepburn);
  if (!family || !given || more.length > 0) return [];
  return Object.entries(habits).flatMap(([habit, write]) => {
    const [first, last] = [family, given].map((part) => capitalised(write(part)));
    return [
      { text: `${first} ${last}`, habit: `${habit}, family first` },
      { text: `${last} ${first}`, habit: `${habit}, given first` },
    ];
  });
}

const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
