import { evenly, oneOf, type Random, randomOf, skewed } from './random.js';

/** A name in the forms that a thing carries itself. */
export interface GeneratedName {
  readonly original: string;
  readonly kana: string;
  readonly romaji: string;
}

interface Word {
  readonly written: string;
  readonly kana: string;
}

/** Written form and reading; what comes first is the most frequent. */
const words = readWords(`
夜 ヨル,星 ホシ,恋 コイ,空 ソラ,夢 ユメ,花 ハナ,風 カゼ,君 キミ,心 ココロ,光 ヒカリ,月 ツキ,海 ウミ,雨 アメ,愛 アイ,春 ハル,夏 ナツ,世界 セカイ,物語 モノガタリ,少女 ショウジョ,約束 ヤクソク,
涙 ナミダ,桜 サクラ,雪 ユキ,声 コエ,歌 ウタ,道 ミチ,時 トキ,影 カゲ,炎 ホノオ,翼 ツバサ,明日 アシタ,未来 ミライ,永遠 エイエン,運命 ウンメイ,奇跡 キセキ,希望 キボウ,太陽 タイヨウ,銀河 ギンガ,戦士 センシ,王 オウ,
魔法 マホウ,伝説 デンセツ,冒険 ボウケン,旅 タビ,街 マチ,森 モリ,山 ヤマ,川 カワ,田 タ,島 シマ,竹 タケ,松 マツ,石 イシ,水 ミズ,火 ヒ,土 ツチ,金 カネ,木 キ,鳥 トリ,猫 ネコ,
犬 イヌ,蝶 チョウ,竜 リュウ,虎 トラ,狼 オオカミ,兎 ウサギ,魚 サカナ,姫 ヒメ,騎士 キシ,勇者 ユウシャ,天使 テンシ,悪魔 アクマ,神 カミ,鬼 オニ,巫女 ミコ,忍者 ニンジャ,侍 サムライ,探偵 タンテイ,怪盗 カイトウ,学園 ガクエン,
教室 キョウシツ,放課後 ホウカゴ,青春 セイシュン,青空 アオゾラ,夕焼け ユウヤケ,朝 アサ,昼 ヒル,黄昏 タソガレ,真夜中 マヨナカ,流星 リュウセイ,彗星 スイセイ,惑星 ワクセイ,宇宙 ウチュウ,地球 チキュウ,大地 ダイチ,砂漠 サバク,草原 ソウゲン,湖 ミズウミ,港 ミナト,駅 エキ,
列車 レッシャ,船 フネ,車 クルマ,自転車 ジテンシャ,橋 ハシ,塔 トウ,城 シロ,門 モン,扉 トビラ,窓 マド,鍵 カギ,鏡 カガミ,時計 トケイ,指輪 ユビワ,手紙 テガミ,写真 シャシン,絵本 エホン,日記 ニッキ,地図 チズ,羅針盤 ラシンバン,
剣 ツルギ,盾 タテ,銃 ジュウ,弓 ユミ,矢 ヤ,刀 カタナ,仮面 カメン,鎧 ヨロイ,旗 ハタ,鐘 カネ,笛 フエ,太鼓 タイコ,琴 コト,弦 ゲン,音 オト,響 ヒビキ,旋律 センリツ,鼓動 コドウ,調べ シラベ,子守唄 コモリウタ,
赤 アカ,青 アオ,白 シロ,黒 クロ,紫 ムラサキ,緑 ミドリ,銀 ギン,虹 ニジ,色彩 シキサイ,透明 トウメイ,純白 ジュンパク,漆黒 シッコク,紅蓮 グレン,蒼穹 ソウキュウ,黄金 オウゴン,水晶 スイショウ,宝石 ホウセキ,真珠 シンジュ,琥珀 コハク,硝子 ガラス,
佐藤 サトウ,鈴木 スズキ,高橋 タカハシ,田中 タナカ,伊藤 イトウ,渡辺 ワタナベ,山本 ヤマモト,中村 ナカムラ,小林 コバヤシ,加藤 カトウ,吉田 ヨシダ,山田 ヤマダ,佐々木 ササキ,山口 ヤマグチ,松本 マツモト,井上 イノウエ,木村 キムラ,林 ハヤシ,斎藤 サイトウ,清水 シミズ,
山崎 ヤマザキ,阿部 アベ,森田 モリタ,池田 イケダ,橋本 ハシモト,石川 イシカワ,前田 マエダ,藤田 フジタ,小川 オガワ,後藤 ゴトウ,岡田 オカダ,長谷川 ハセガワ,村上 ムラカミ,近藤 コンドウ,石井 イシイ,坂本 サカモト,遠藤 エンドウ,青木 アオキ,藤井 フジイ,西村 ニシムラ,
葵 アオイ,蓮 レン,陽菜 ヒナ,結衣 ユイ,美咲 ミサキ,翔太 ショウタ,大輝 ダイキ,健 ケン,直樹 ナオキ,誠 マコト,真琴 マコト,千尋 チヒロ,楓 カエデ,茜 アカネ,凛 リン,遥 ハルカ,渚 ナギサ,忍 シノブ,薫 カオル,梓 アズサ,
ひかり ヒカリ,さくら サクラ,ゆめ ユメ,きらめき キラメキ,ときめき トキメキ,ありがとう アリガトウ,さよなら サヨナラ,ただいま タダイマ,おかえり オカエリ,はじまり ハジマリ,おわり オワリ,となり トナリ,ふたり フタリ,ひとり ヒトリ,みんな ミンナ,ぼくら ボクラ,わたし ワタシ,あなた アナタ,いつか イツカ,どこか ドコカ,
メロディ メロディ,リズム リズム,ハート ハート,ドリーム ドリーム,スター スター,ムーン ムーン,サマー サマー,ラブ ラブ,ソング ソング,ダンス ダンス,パレード パレード,カーニバル カーニバル,ファンタジー ファンタジー,レジェンド レジェンド,ヒーロー ヒーロー,クロニクル クロニクル,ガーデン ガーデン,ロケット ロケット,チョコレート チョコレート,ラプソディ ラプソディ
`);

const syllables =
  'ア イ ウ エ オ カ キ ク ケ コ サ シ ス セ ソ タ チ ツ テ ト ナ ニ ネ ノ ハ ヒ フ マ ミ ム メ モ ヤ ユ ヨ ラ リ ル レ ロ ワ ガ ギ グ ゴ ザ ジ ズ ゼ ダ デ ド バ ビ ブ ベ ボ'.split(
    ' ',
  );

const joints = [
  ['', 0.6],
  ['の', 0.25],
  [' ', 0.1],
  ['・', 0.05],
] as const;

const lengths = [
  [2, 0.2],
  [3, 0.45],
  [4, 0.35],
] as const;

/** The names of the n-th thing of a kind. A few share theirs with another thing, as in life. */
export function generatedName(kind: string, n: number): GeneratedName {
  const random = randomOf(`${kind} name`, n);
  const joint = oneOf(random, joints);
  const parts = Array.from({ length: oneOf(random, lengths) }, () => wordOf(random));
  // Two frequent words would be the name of hundreds.
  if (parts.length === 2) parts[1] = inventedWord(random);
  const joined = (form: (word: Word) => string, between: string) => parts.map(form).join(between);
  return {
    original: joined(({ written }) => written, joint),
    kana: joined(({ kana }) => kana, joint === 'の' ? 'ノ' : joint),
    romaji: joined(({ kana }) => romajiOf(kana), joint === 'の' ? ' no ' : ' '),
  };
}

function wordOf(random: Random): Word {
  return random() < 0.25 ? inventedWord(random) : (words[skewed(random, words.length, 0.05)] ?? inventedWord(random));
}

/** A word that hardly any other name has: two to four syllables. */
function inventedWord(random: Random): Word {
  const kana = Array.from({ length: 2 + evenly(random, 3) }, () => syllables[evenly(random, syllables.length)]).join('');
  return { written: kana, kana };
}

function readWords(text: string): readonly Word[] {
  const pairs = text.split(',').map((pair) => pair.trim().split(' '));
  return pairs.map(([written = '', kana = '']) => ({ written, kana }));
}

const vowels = 'aiueo';
const rows: readonly (readonly [string, string])[] = [
  ['', 'アイウエオ'],
  ['k', 'カキクケコ'],
  ['s', 'サシスセソ'],
  ['t', 'タチツテト'],
  ['n', 'ナニヌネノ'],
  ['h', 'ハヒフヘホ'],
  ['m', 'マミムメモ'],
  ['r', 'ラリルレロ'],
  ['g', 'ガギグゲゴ'],
  ['z', 'ザジズゼゾ'],
  ['d', 'ダヂヅデド'],
  ['b', 'バビブベボ'],
  ['p', 'パピプペポ'],
];
const irregular = { シ: 'shi', チ: 'chi', ツ: 'tsu', フ: 'fu', ジ: 'ji', ヤ: 'ya', ユ: 'yu', ヨ: 'yo', ワ: 'wa', ヲ: 'o', ン: 'n', ー: '' };
const letters = new Map<string, string>([
  ...rows.flatMap(([consonant, row]) => [...row].map((kana, index): [string, string] => [kana, consonant + (vowels[index] ?? '')])),
  ...Object.entries(irregular),
]);
const small = new Map([...'ャュョァィェォ'].map((kana, index) => [kana, ['ya', 'yu', 'yo', 'a', 'i', 'e', 'o'][index] ?? '']));

/** Capitalized Hepburn, near enough: long vowels are written as they are in kana. */
function romajiOf(kana: string): string {
  let romaji = '';
  let doubled = false;
  for (const each of kana) {
    const glide = small.get(each);
    const sound = letters.get(each) ?? '';
    if (glide !== undefined) romaji = `${romaji.slice(0, -1)}${/(sh|ch|j).$/.test(romaji) ? glide.slice(-1) : glide}`;
    else romaji += doubled ? `${sound[0] ?? ''}${sound}` : sound;
    doubled = each === 'ッ';
  }
  return romaji.slice(0, 1).toUpperCase() + romaji.slice(1);
}
