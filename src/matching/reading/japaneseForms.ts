/** Vowel rows: what stands for the last kana of a five-step verb before ない, ます and so on, and before て and た. */
const fiveStep: Readonly<Record<string, readonly string[]>> = {
  う: ['う', 'わ', 'い', 'え', 'お', 'っ'],
  く: ['く', 'か', 'き', 'け', 'こ', 'い'],
  ぐ: ['ぐ', 'が', 'ぎ', 'げ', 'ご', 'い'],
  す: ['す', 'さ', 'し', 'せ', 'そ'],
  つ: ['つ', 'た', 'ち', 'て', 'と', 'っ'],
  ぬ: ['ぬ', 'な', 'に', 'ね', 'の', 'ん'],
  ぶ: ['ぶ', 'ば', 'び', 'べ', 'ぼ', 'ん'],
  む: ['む', 'ま', 'み', 'め', 'も', 'ん'],
  る: ['る', 'ら', 'り', 'れ', 'ろ', 'っ'],
};

/** After the unchanging stem of a verb such as 泣ける. */
const oneStep = ['る', 'た', 'て', 'な', 'ま', 'ず', 'よ', 'ら', 'れ', 'そ', 'さ', 'つ', 'す', '、', '。'];
const ofAdjective = ['い', 'く', 'か', 'さ', 'げ', 'き', 'み', 'け', 'そ', 'す', 'め', 'が'];

const beforeRu = /[いきしちにひみりぎじびぴえけせてねへめれげぜでべぺ]$/;

/** A word of the dictionary as it stands in sentences: what its last kana becomes. A form too many does no harm where nobody writes it. */
export function japaneseForms(word: string): readonly string[] {
  const last = word.at(-1) ?? '';
  const stem = word.slice(0, -1);
  if (word.length < 2) return [word];
  if (word.endsWith('する')) return formsOfSuru(word);
  if (last === 'い' && !/\p{Script=Katakana}$/u.test(stem)) return ofAdjective.map((ending) => stem + ending);
  if (last === 'な' && word.length > 2) return [word, stem];
  const row = fiveStep[last];
  if (!row || !/\p{Script=Han}|..\p{Script=Hiragana}/u.test(word)) return [word];
  const forms = row.map((kana) => stem + kana);
  return last === 'る' && beforeRu.test(stem) ? [...forms, ...oneStep.map((ending) => stem + ending)] : forms;
}

/** 疾走する: what goes before する is a word of its own, unless a particle or one character does. */
function formsOfSuru(word: string): readonly string[] {
  const noun = word.slice(0, -2);
  const forms = ['する', 'し', 'さ', 'せ', 'す', 'しよ'].map((ending) => noun + ending);
  return noun.length > 1 && !/[\p{Script=Hiragana}]$/u.test(noun) ? [...forms, noun] : forms;
}
