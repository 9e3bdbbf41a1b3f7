import type { EdgesOf, Row } from './graph/records.js';
import type { ReasonKind } from './graph/vocabulary.js';
import { inJapanese } from './inJapanese.js';

/** A reason as the graph gives it, of works as of artists: its kind, and the things on the way. */
export type GraphReason = Row<EdgesOf<'Work'>['relatedWorks']>['reasons'][number];

interface Sentences {
  /** `path` are the names of the things on the way, the one asked about first. */
  readonly ja: (path: readonly string[], detail: string) => string;
  readonly en: (path: readonly string[], detail: string) => string;
}

/** What the second work is to the first. */
const relations: Readonly<Record<string, readonly [ja: string, en: string]>> = {
  SEQUEL: ['続編', 'the sequel of'],
  PREQUEL: ['前日譚', 'the prequel of'],
  SIDE_STORY: ['番外編', 'a side story of'],
  MAIN_STORY: ['本編', 'the main story of'],
  SPIN_OFF: ['スピンオフ', 'a spin-off of'],
  SUMMARY: ['総集編', 'a summary of'],
  FULL_STORY: ['総集編のもとになった本編', 'the full story of'],
  ADAPTATION: ['派生作品（原作からの映像化など）', 'an adaptation of'],
  ORIGINAL: ['原作', 'the original of'],
  ARC: ['一編', 'an arc of'],
  WHOLE: ['全体', 'the whole that holds'],
  ALTERNATIVE: ['別版', 'an alternative telling of'],
  REMAKE: ['リメイク', 'a remake of'],
  REMADE: ['旧作', 'the older making of'],
};

const words = (detail: string) => detail.split('\n').slice(1);
const isEstimate = (detail: string) => detail.startsWith('ESTIMATE');
const estimateJa = (detail: string) => (isEstimate(detail) ? '（推定）' : '');
const estimateEn = (detail: string) => (isEstimate(detail) ? ' (estimated)' : '');

/** After the name of one of so many. */
const andOthersJa = (detail: string) => (detail === '1' ? '' : `など${detail}人`);

/** The term that was meant, and the one near it that the thing has. */
const termsJa = (path: readonly string[]) => (path.length > 2 ? `「${path[0]}」に近い「${path[1]}」` : `「${path[0]}」`);
const termsEn = (path: readonly string[]) => (path.length > 2 ? `${path[1]}, near ${path[0]}` : path[0]);

const sentences: Readonly<Record<ReasonKind, Sentences>> = {
  RELATION: {
    ja: ([work, other], detail) => `「${other}」は「${work}」の${relations[detail]?.[0] ?? '関連作品'}`,
    en: ([work, other], detail) => `${other} is ${relations[detail]?.[1] ?? 'related to'} ${work}`,
  },
  SAME_FRANCHISE: {
    ja: ([, franchise]) => `どちらも「${franchise}」シリーズの作品`,
    en: ([, franchise]) => `Both belong to the franchise ${franchise}`,
  },
  SAME_SONG: {
    ja: ([, song]) => `どちらにも「${song}」が使われている`,
    en: ([, song]) => `Both use the song ${song}`,
  },
  SAME_PERFORMER: {
    ja: ([, song, artist, other]) => `どちらにも${artist}の曲が使われている（「${song}」と「${other}」）`,
    en: ([, song, artist, other]) => `Both use songs by ${artist}: ${song} and ${other}`,
  },
  SAME_CHARACTER: {
    ja: ([, character]) => `どちらにも${character}が登場する`,
    en: ([, character]) => `${character} appears in both`,
  },
  SAME_VOICE: {
    ja: ([, character, artist, other]) => `${artist}が${character}と${other}の声を担当`,
    en: ([, character, artist, other]) => `${artist} voices both ${character} and ${other}`,
  },
  SERIES_OF_CHARACTER: {
    ja: ([, character, work, franchise]) => `${character}が登場する「${work}」と同じ「${franchise}」シリーズの作品`,
    en: ([, character, work, franchise]) => `${character} also appears in ${work}, of the same franchise ${franchise}`,
  },
  SAME_STUDIO: {
    ja: ([, studio]) => `どちらも${studio}の制作`,
    en: ([, studio]) => `Both are made by ${studio}`,
  },
  USED_BY: {
    ja: ([song, work]) => `「${work}」に「${song}」が使われている`,
    en: ([song, work]) => `${work} uses ${song}`,
  },
  SUNG_BY: {
    ja: ([song, artist]) => `「${song}」は${artist}の曲`,
    en: ([song, artist]) => `${song} is a song of ${artist}`,
  },
  HAS_SONG: {
    ja: ([work, song]) => `「${song}」は「${work}」の曲`,
    en: ([work, song]) => `${work} uses ${song}`,
  },
  SINGS_FOR: {
    ja: ([work, song, artist]) => `${artist}は「${work}」の「${song}」を歌う`,
    en: ([work, song, artist]) => `${artist} sings ${song} of ${work}`,
  },
  HAS_CHARACTER: {
    ja: ([work, character]) => `${character}は「${work}」の主要人物`,
    en: ([work, character]) => `${character} is a main character of ${work}`,
  },
  SINGS: {
    ja: ([artist, song]) => `「${song}」は${artist}の曲`,
    en: ([artist, song]) => `${song} is a song of ${artist}`,
  },
  HAS_SONG_IN: {
    ja: ([artist, song, work]) => `「${work}」に${artist}の「${song}」が使われている`,
    en: ([artist, song, work]) => `${work} uses ${song} by ${artist}`,
  },
  VOICES: {
    ja: ([artist, character]) => `${artist}が${character}の声を担当`,
    en: ([artist, character]) => `${artist} voices ${character}`,
  },
  APPEARS_IN: {
    ja: ([character, work]) => `${character}は「${work}」に登場する`,
    en: ([character, work]) => `${character} appears in ${work}`,
  },
  VOICED_BY: {
    ja: ([character, artist]) => `${artist}が${character}の声を担当`,
    en: ([character, artist]) => `${artist} voices ${character}`,
  },
  SINGS_FOR_SERIES: {
    ja: ([, franchise, part, song, artist]) => `${artist}は「${franchise}」シリーズの「${part}」の「${song}」を歌う`,
    en: ([, franchise, part, song, artist]) => `${artist} sings ${song} of ${part}, of the same franchise ${franchise}`,
  },
  IN_CAST: {
    ja: ([work, character, artist]) => `${artist}は「${work}」で${character}を演じる`,
    en: ([work, character, artist]) => `${artist} is ${character} in ${work}`,
  },
  SONG_OF_SERIES: {
    ja: ([, franchise, part, song]) => `「${song}」は同じ「${franchise}」シリーズの「${part}」の曲`,
    en: ([, franchise, part, song]) => `${song} is used by ${part}, of the same franchise ${franchise}`,
  },
  SONG_OF_SINGER: {
    ja: ([work, song, artist, other]) => `「${other}」も、「${work}」の「${song}」を歌う${artist}の曲`,
    en: ([work, song, artist, other]) => `${other} is a song of ${artist}, who sings ${song} of ${work}`,
  },
  SONG_OF_CAST: {
    ja: ([work, character, artist, song]) => `「${song}」は、「${work}」で${character}を演じる${artist}の曲`,
    en: ([work, character, artist, song]) => `${song} is a song of ${artist}, who is ${character} in ${work}`,
  },
  SONG_OF_CAST_GROUP: {
    ja: ([work, , artist, group, song], detail) => `「${song}」は、「${work}」の声優${artist}${andOthersJa(detail)}が所属する${group}の曲`,
    en: ([work, , artist, group, song], detail) =>
      detail === '1'
        ? `${song} is a song of ${group}, of which ${artist} of the cast of ${work} is a member`
        : `${song} is a song of ${group}, of which ${detail} of the cast of ${work} are members, ${artist} among them`,
  },
  SONG_OF_WRITER: {
    ja: ([work, song, artist, other]) => `「${other}」も、「${work}」の「${song}」の作詞・作曲・編曲に参加した${artist}の作品`,
    en: ([work, song, artist, other]) => `${artist}, who has written or arranged ${song} of ${work}, has done so for ${other} as well`,
  },
  SONG_OF_RELATED: {
    ja: ([work, related, song]) => `「${song}」は、「${work}」の関連作品「${related}」の曲`,
    en: ([work, related, song]) => `${song} is used by ${related}, which is related to ${work}`,
  },
  SONG_LIKE_ITS: {
    ja: ([work, song, factor, other], detail) => `「${work}」の「${song}」も「${other}」も「${factor}」${estimateJa(detail)}`,
    en: ([work, song, factor, other], detail) => `${other} and ${song} of ${work} are both: ${factor}${estimateEn(detail)}`,
  },
  WORK_OF_SERIES: {
    ja: ([song, part, franchise, work]) => `「${work}」は、「${song}」を使う「${part}」と同じ「${franchise}」シリーズの作品`,
    en: ([song, part, franchise, work]) => `${work} is of the same franchise ${franchise} as ${part}, which uses ${song}`,
  },
  WORK_OF_SINGER: {
    ja: ([song, artist, other, work]) => `「${work}」に、「${song}」を歌う${artist}の「${other}」が使われている`,
    en: ([song, artist, other, work]) => `${work} uses ${other} by ${artist}, who sings ${song}`,
  },
  WORK_OF_CAST: {
    ja: ([song, artist, character, work]) => `「${song}」を歌う${artist}は「${work}」で${character}を演じる`,
    en: ([song, artist, character, work]) => `${artist}, who sings ${song}, is ${character} in ${work}`,
  },
  WORK_OF_MEMBER: {
    ja: ([song, group, artist, , work], detail) => `「${song}」を歌う${group}の${artist}${andOthersJa(detail)}が「${work}」に出演`,
    en: ([song, group, artist, , work], detail) =>
      detail === '1'
        ? `${artist} of ${group}, who sing ${song}, is in the cast of ${work}`
        : `${detail} of ${group}, who sing ${song}, are in the cast of ${work}, ${artist} among them`,
  },
  WORK_OF_WRITER: {
    ja: ([song, artist, other, work]) => `「${work}」に、「${song}」の作詞・作曲・編曲に参加した${artist}の「${other}」が使われている`,
    en: ([song, artist, other, work]) => `${work} uses ${other}, also by ${artist}, who has written or arranged ${song}`,
  },
  WORK_OF_RELATED: {
    ja: ([song, related, work]) => `「${work}」は、「${song}」を使う「${related}」の関連作品`,
    en: ([song, related, work]) => `${work} is related to ${related}, which uses ${song}`,
  },
  WORK_OF_LIKE_SONG: {
    ja: ([song, factor, other, work], detail) => `「${song}」も、「${work}」に使われている「${other}」も「${factor}」${estimateJa(detail)}`,
    en: ([song, factor, other, work], detail) => `${work} uses ${other}, and both ${other} and ${song} are: ${factor}${estimateEn(detail)}`,
  },
  SAME_SINGER: {
    ja: ([, artist]) => `どちらも${artist}の曲`,
    en: ([, artist]) => `Both are songs of ${artist}`,
  },
  SAME_WRITER: {
    ja: ([, artist]) => `どちらも${artist}が作詞・作曲・編曲に参加`,
    en: ([, artist]) => `${artist} has written or arranged for both`,
  },
  SAME_TIE_UP: {
    ja: ([, work]) => `どちらも「${work}」の曲`,
    en: ([, work]) => `Both are used by ${work}`,
  },
  SONGS_OF_SERIES: {
    ja: ([, work, franchise, part]) => `どちらも「${franchise}」シリーズの曲（「${work}」と「${part}」）`,
    en: ([, work, franchise, part]) => `Both are used by the franchise ${franchise}: ${work} and ${part}`,
  },
  SAME_FACTOR: {
    ja: ([, factor], detail) => `どちらも「${factor}」${estimateJa(detail)}`,
    en: ([, factor], detail) => `Both: ${factor}${estimateEn(detail)}`,
  },
  SAID_IN_TEXT: {
    ja: (path, detail) => `文中の「${words(detail).join('」「')}」から${termsJa(path)}：「${path.at(-1)}」${estimateJa(detail)}`,
    en: (path, detail) => `The text says “${words(detail).join('”, “')}”; ${path.at(-1)}: ${termsEn(path)}${estimateEn(detail)}`,
  },
  DENIED_IN_TEXT: {
    ja: (path, detail) =>
      `文は${termsJa(path)}を否定する（「${words(detail).join('」「')}」）が、「${path.at(-1)}」には当てはまる${estimateJa(detail)}`,
    en: (path, detail) => `The text denies it (“${words(detail).join('”, “')}”), but ${path.at(-1)}: ${termsEn(path)}${estimateEn(detail)}`,
  },
  NEAR_IN_MEANING: {
    ja: (path, detail) => `言語モデル（${words(detail)[0]}）によれば文は${termsJa(path)}に近い：「${path.at(-1)}」${estimateJa(detail)}`,
    en: (path, detail) => `By the language model ${words(detail)[0]} the text is near it; ${path.at(-1)}: ${termsEn(path)}${estimateEn(detail)}`,
  },
  WANTED: {
    ja: (path, detail) => `求められた${termsJa(path)}：「${path.at(-1)}」${estimateJa(detail)}`,
    en: (path, detail) => `Asked for; ${path.at(-1)}: ${termsEn(path)}${estimateEn(detail)}`,
  },
  UNWANTED: {
    ja: (path, detail) => `避けたい${termsJa(path)}が「${path.at(-1)}」にはある${estimateJa(detail)}`,
    en: (path, detail) => `Not wanted, but ${path.at(-1)}: ${termsEn(path)}${estimateEn(detail)}`,
  },
  NEAR_FACTOR: {
    ja: ([thing, near, factor, other], detail) => `「${thing}」は「${near}」、「${other}」はそれに近い「${factor}」${estimateJa(detail)}`,
    en: ([thing, near, factor, other], detail) => `${thing}: ${near}; near it, ${other}: ${factor}${estimateEn(detail)}`,
  },
  NAMED_IN_TEXT: {
    ja: ([thing]) => `文中に「${thing}」の名がある`,
    en: ([thing]) => `The text names ${thing}`,
  },
  INFLUENCE: {
    ja: ([artist, other], detail) => (detail === 'BY' ? `${artist}は${other}の影響を受けた` : `${other}は${artist}の影響を受けた`),
    en: ([artist, other], detail) => (detail === 'BY' ? `${artist} was influenced by ${other}` : `${other} was influenced by ${artist}`),
  },
  MEMBERSHIP: {
    ja: ([artist, other], detail) => (detail === 'GROUP' ? `${artist}は${other}のメンバー` : `${other}は${artist}のメンバー`),
    en: ([artist, other], detail) => (detail === 'GROUP' ? `${artist} is a member of ${other}` : `${other} is a member of ${artist}`),
  },
  SAME_GROUP: {
    ja: ([, group]) => `どちらも${group}のメンバー`,
    en: ([, group]) => `Both are members of ${group}`,
  },
  SONGS_TOGETHER: {
    ja: ([, song], detail) => (detail === '1' ? `「${song}」にともに参加` : `「${song}」など${detail}曲にともに参加`),
    en: ([, song], detail) => (detail === '1' ? `Both are credited on ${song}` : `Both are credited on ${detail} songs, ${song} among them`),
  },
  SAME_WORK: {
    ja: ([, song, work, other]) => `どちらの曲も「${work}」に使われている（「${song}」と「${other}」）`,
    en: ([, song, work, other]) => `Both have songs in ${work}: ${song} and ${other}`,
  },
  SAME_SERIES: {
    ja: ([, song, , franchise, , other]) => `どちらの曲も「${franchise}」シリーズに使われている（「${song}」と「${other}」）`,
    en: ([, song, , franchise, , other]) => `Both have songs in the franchise ${franchise}: ${song} and ${other}`,
  },
  CAST_AND_SONG: {
    ja: ([artist, first, work, second, other], detail) =>
      detail === 'CAST'
        ? `${artist}が${first}役で出演する「${work}」の「${second}」を${other}が歌う`
        : `${artist}が「${first}」を歌う「${work}」に${other}が${second}役で出演`,
    en: ([artist, first, work, second, other], detail) =>
      detail === 'CAST'
        ? `${artist} is ${first} in ${work}, for which ${other} sings ${second}`
        : `${artist} sings ${first} for ${work}, in which ${other} is ${second}`,
  },
  SONGS_WITH_GROUP: {
    ja: ([artist, first, second, other], detail) =>
      detail === 'THEIRS'
        ? `${artist}は、${other}が所属する${second}の「${first}」に参加`
        : `${other}は、${artist}が所属する${first}の「${second}」に参加`,
    en: ([artist, first, second, other], detail) =>
      detail === 'THEIRS'
        ? `${artist} is credited on ${first} of ${second}, of which ${other} is a member`
        : `${other} is credited on ${second} of ${first}, of which ${artist} is a member`,
  },
  GROUP_OF_CAST: {
    ja: ([artist, , work, , mate, group], detail) => `「${work}」で${artist}と共演する${mate}${andOthersJa(detail)}は${group}のメンバー`,
    en: ([artist, , work, , mate, group], detail) =>
      detail === '1'
        ? `${mate}, in the cast of ${work} with ${artist}, is a member of ${group}`
        : `${detail} who are in a cast with ${artist}, ${mate} in that of ${work} among them, are members of ${group}`,
  },
  SAME_GENERATION: {
    ja: ([artist, other], detail) => `${artist}と${other}は同世代（${detail.replace(' ', '年と')}年）`,
    en: ([artist, other], detail) => `${artist} and ${other} are of one generation (${detail.replace(' ', ' and ')})`,
  },
  SAME_CAST: {
    ja: ([, character, work, other]) => `どちらも「${work}」に出演（${character}役と${other}役）`,
    en: ([, character, work, other]) => `Both are in the cast of ${work}, as ${character} and ${other}`,
  },
};

/** Works of one name, such as a manga and its anime, are told apart by their medium. */
const media: Readonly<Record<string, readonly [ja: string, en: string]>> = {
  ANIME: ['アニメ', 'anime'],
  FILM: ['映画', 'film'],
  DRAMA: ['ドラマ', 'drama'],
  GAME: ['ゲーム', 'game'],
  MANGA: ['漫画', 'manga'],
  NOVEL: ['小説', 'novel'],
  STAGE: ['舞台', 'stage play'],
  RADIO: ['ラジオ', 'radio'],
};

function namesOn(path: GraphReason['path'], japanese: boolean): readonly string[] {
  const names = path.map((thing) => (japanese ? (thing.japanese ?? thing.original) : (thing.english ?? thing.original)));
  return path.map(({ medium }, step) => {
    const name = names[step] ?? '';
    const word = media[medium ?? '']?.[japanese ? 0 : 1];
    if (!word || names.filter((other) => other === name).length === 1) return name;
    return japanese ? `${name}（${word}）` : `${name} (${word})`;
  });
}

/** A reason as a sentence, in Japanese for `ja`, else in English. */
export function reasonIn({ kind, detail, path }: GraphReason, lang: string | null | undefined): string {
  const japanese = inJapanese(lang);
  return sentences[kind][japanese ? 'ja' : 'en'](namesOn(path, japanese), detail ?? '');
}
