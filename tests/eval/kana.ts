const rows: Readonly<Record<string, string>> = {
  アイウエオ: 'a i u e o',
  カキクケコ: 'ka ki ku ke ko',
  ガギグゲゴ: 'ga gi gu ge go',
  サシスセソ: 'sa shi su se so',
  ザジズゼゾ: 'za ji zu ze zo',
  タチツテト: 'ta chi tsu te to',
  ダヂヅデド: 'da ji zu de do',
  ナニヌネノ: 'na ni nu ne no',
  ハヒフヘホ: 'ha hi fu he ho',
  バビブベボ: 'ba bi bu be bo',
  パピプペポ: 'pa pi pu pe po',
  マミムメモ: 'ma mi mu me mo',
  ヤユヨ: 'ya yu yo',
  ラリルレロ: 'ra ri ru re ro',
  ワヲンヴ: 'wa o n vu',
};
const syllables = new Map(
  Object.entries(rows).flatMap(([kana, latin]) => latin.split(' ').map((text, index) => [kana.charAt(index), text] as const)),
);
const small = new Map([...'ァィゥェォャュョ'].map((kana, index) => [kana, ['a', 'i', 'u', 'e', 'o', 'ya', 'yu', 'yo'][index] ?? '']));

/** Katakana in Hepburn romaji, long vowels as they are spelt (`Satou`, `Ooki`); undefined where there is anything but katakana. */
export function hepburn(kana: string): string | undefined {
  if (!/^[ァ-ヴー]+$/.test(kana)) return undefined;
  const spelt = [...kana].reduce((before, letter) => before + latinOf(letter), '');
  const joined = spelt
    .replace(/(sh|ch|j)i<y?(.)>/g, '$1$2')
    .replace(/([kgnhbpmr])i<(y.)>/g, '$1$2')
    .replace(/[aiueo]<y?(.)>/g, '$1')
    .replace(/([aiueo])ー/g, '$1$1')
    .replace(/ッ(ch|.)/g, (_, next: string) => (next === 'ch' ? 'tch' : `${next.charAt(0)}${next}`));
  return /^[a-z]+$/.test(joined) ? joined : undefined;
}

const latinOf = (kana: string) => syllables.get(kana) ?? (small.has(kana) ? `<${small.get(kana)}>` : kana);
