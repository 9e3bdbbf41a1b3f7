/** What a text, or a term of the taxonomy, may be about. */
export type Subject = 'song' | 'work' | 'character' | 'brand';

const facets: Readonly<Record<string, Subject>> = { Genre: 'work', Theme: 'work', Tone: 'work', character: 'character', brand: 'brand' };

/** What kind of thing the terms of a facet are said of; artists are spoken of as their songs are. */
export const subjectOf = (facet: string): Subject => facets[facet] ?? 'song';

const naming: Readonly<Record<Subject, RegExp>> = {
  song: /曲|歌|唄|サビ|イントロ|メロディ|旋律|ボーカル|ヴォーカル|アルバム|シングル|サウンド|音像|チューン|ナンバー|ソング|バンド|\b(?:songs?|tunes?|tracks?|albums?|singles?|records?|choruse?s?|refrain|vers(?:e|es)|melod(?:y|ies)|vocals?|voice|lyrics?|bands?|sings?|sung|singer|riffs?|hooks?|listen(?:ing)?)\b/i,
  work: /物語|作品|アニメ|映画|小説|漫画|マンガ|ドラマ|番組|シリーズ|舞台|主演|監督|原作|世界観|の話(?:だ|。|で)|\b(?:films?|movies?|series|shows?|season|stor(?:y|ies)|manga|novels?|anime|episodes?|plot|screen|dramas?|thrillers?|comed(?:y|ies))\b/i,
  character:
    /彼女|彼(?![方岸])|キャラ|主人公|ヒロイン|少年|少女|王子|姫|先輩|後輩|弟子|師匠|相棒|\b(?:he|she|him|his|characters?|hero|heroine|prince(?:ss)?|captain|protagonist|boy|girl)\b/i,
  brand:
    /当社|弊社|私たち|わたしたち|当店|お店|の店|店で|商品|製品|お客|ブランド|工房|職人|百年|素材|届け|企業|\b(?:our|ours|we|customers?|products?|brands?|shops?|stores?|company|made by hand|hand-?made|soap|watch)\b/i,
};

/** What a text says that it is about. */
export const subjectsNamed = (text: string): readonly Subject[] => (Object.keys(naming) as Subject[]).filter((subject) => naming[subject].test(text));
