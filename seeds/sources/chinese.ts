import { Converter } from 'opencc-js';

const simplified = Converter({ from: 't', to: 'cn' });
const traditional = Converter({ from: 'cn', to: 't' });
const fromJapanese = Converter({ from: 'jp', to: 't' });

export type Chinese = 'zh-Hans' | 'zh-Hant' | 'zh';

/** Which Chinese a text is written in; `zh` where its characters are the same in both, null where some are written so in Japan alone. */
export function chineseOf(text: string): Chinese | null {
  const characters = [...text].filter((character) => /\p{Script=Han}/u.test(character));
  const simple = characters.filter(isSimplifiedAlone).length;
  const old = characters.filter((character) => simplified(character) !== character && traditional(character) === character).length;
  if (characters.some(isJapaneseAlone)) return null;
  if (simple === old) return 'zh';
  return simple > old ? 'zh-Hans' : 'zh-Hant';
}

/** Not 恋, 国 and others that Japan writes so as well. */
const isSimplifiedAlone = (character: string) =>
  traditional(character) !== character && simplified(character) === character && fromJapanese(character) === character;

/** 発, 楽, 黒: neither simplified nor traditional Chinese. */
const isJapaneseAlone = (character: string) =>
  fromJapanese(character) !== character && traditional(character) === character && simplified(character) === character;
