import { LATIN } from './characters.js';
import type { Letters } from './letters.js';
import { nowhere, root, Trie } from './trie.js';

/** What a text, or a term of the taxonomy, may be about. */
export type Subject = 'song' | 'work' | 'character' | 'brand';

const facets: Readonly<Record<string, Subject>> = { Genre: 'work', Theme: 'work', Tone: 'work', character: 'character', brand: 'brand' };

/** What kind of thing the terms of a facet are said of; artists are spoken of as their songs are. */
export const subjectOf = (facet: string): Subject => facets[facet] ?? 'song';

/** Words that tell what a text is about; 「彼方」 and the like tell nothing. */
const naming: Readonly<Record<Subject | 'nothing', string>> = {
  song: `曲 歌 唄 サビ イントロ メロディ 旋律 ボーカル ヴォーカル アルバム シングル サウンド 音像 チューン ナンバー ソング バンド
    song songs tune tunes track tracks album albums single singles record records chorus choruses refrain verse verses melody melodies vocal vocals voice lyric lyrics
    band bands sing sings sung singer riff riffs hook hooks listen listening`,
  work: `物語 作品 アニメ 映画 小説 漫画 マンガ ドラマ 番組 シリーズ 舞台 主演 監督 原作 世界観 の話だ の話。 の話で
    film films movie movies series show shows season story stories manga novel novels anime episode episodes plot screen drama dramas thriller thrillers comedy comedies`,
  character: `彼女 彼 キャラ 主人公 ヒロイン 少年 少女 王子 姫 先輩 後輩 弟子 師匠 相棒
    he she him his character characters hero heroine prince princess captain protagonist boy girl`,
  brand: `当社 弊社 私たち わたしたち 当店 お店 の店 店で 商品 製品 お客 ブランド 工房 職人 百年 素材 届け 企業
    our ours we customer customers product products brand brands shop shops store stores company handmade hand-made soap watch`,
  nothing: '彼方 彼岸',
};

const subjects = Object.keys(naming) as (keyof typeof naming)[];
const words = new Trie(new Map(subjects.flatMap((subject, value) => naming[subject].split(/\s+/).map((word): [string, number] => [word, value]))));

/** What a text says that it is about. */
export function subjectsNamed(letters: Letters): Set<Subject> {
  const named = new Set<Subject>();
  for (let at = 0; at < letters.length; at += 1) {
    if (!words.mayBegin(letters.letter(at), letters.letter(at + 1), letters.letter(at + 2))) continue;
    const subject = subjects[valueAt(letters, at)];
    if (subject && subject !== 'nothing') named.add(subject);
  }
  return named;
}

/** Of the longest word that begins here; below 0 where none does. */
function valueAt(letters: Letters, at: number): number {
  const isLatin = letters.kind(at) === LATIN;
  if (isLatin && letters.kind(at - 1) === LATIN) return -1;
  let found = -1;
  let node = words.step(root, letters.letter(at));
  for (let to = at + 1; node !== nowhere && to <= letters.length; to += 1) {
    const value = words.value(node);
    if (value >= 0 && !(isLatin && letters.kind(to) === LATIN)) found = value;
    node = words.step(node, letters.letter(to));
  }
  return found;
}
