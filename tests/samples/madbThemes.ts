export interface ThemeExpected {
  readonly kind: string;
  readonly sequence?: number;
  readonly title: string;
  readonly performers: readonly string[];
  readonly lyricists?: readonly string[];
  readonly composers?: readonly string[];
}

type Rest = Omit<ThemeExpected, 'kind' | 'title' | 'performers'>;

const theme =
  (kind: string) =>
  (title: string, performers: readonly string[] = [], rest: Rest = {}): ThemeExpected => ({ kind, title, performers, ...rest });

const op = theme('OPENING');
const ed = theme('ENDING');
const insert = theme('INSERT');
const main = theme('MAIN_THEME');
const image = theme('IMAGE_SONG');

const by = (lyricist: string, composer: string): Rest => ({ lyricists: [lyricist], composers: [composer] });
const nth = (sequence: number): Rest => ({ sequence });

/** 120 works whose theme texts were drawn by chance (Python's `random.Random(20261129).sample` of all 955 texts) and read by hand. */
export const themes: Readonly<Record<string, readonly ThemeExpected[]>> = {
  'an210/C409843': [op('愚奴楽', ['中崎英也'], by('藤公之介', '芳野藤丸')), ed('HAVE A NICE DAY', ['中崎英也'], by('藤公之介', '芳野藤丸'))],
  'an210/C412690': [ed('The Sharing Song ～トリコのテーマ～', ['東京スカパラダイスオーケストラ'])],
  'an210/C413440': [ed('うおいなみだ -コキンのうた-', ['平野綾']), insert('手のひらを太陽に', ['ドリーミング'])],
  'an210/C411503': [
    ed('創聖のアクエリオン', ['AKINO']),
    insert('荒野のヒース', [], nth(1)),
    insert('創聖のアクエリオン', ['寺島拓篤', 'かかずゆみ', '小林沙苗'], nth(2)),
  ],
  'an210/C411199': [op('めざせポケモンマスター2002', ['coba', '松本梨香']), ed('ひとりぼっちじゃない', ['coba', '宮沢和史'])],
  'an210/C413653': [
    main('さよならだよ、ミスター', ['横山だいすけ'], by('水野良樹', '水野良樹')),
    op('おひさまジャッキー!', ['今村凛音', '小山奈桜', '影山実奈', '片山結美', '河﨑千尋'], by('あいはらひろゆき', '浜渦正志')),
  ],
  'an210/C409892': [ed('セーリングフライ', ['水原明子'], by('井荻麟', 'すぎやまこういち'))],
  'an210/C412470': [],
  'an210/C411535': [ed('天下無敵のエクササイズ', ['藤崎マーケット'])],
  'an210/C413492': [ed("アンパンマン音頭'89", ['ドリーミング'])],
  'an210/C413549': [
    op("Steppin' out", ['FLOW'], by('Kohshi Asakawa', 'Takeshi Asakawa')),
    ed('C“LR”OWN', ['豊永利行'], by('T.Toyonaga', 'T.Toyonaga')),
  ],
  'an210/C413614': [main('隠れ鬼', ['志方あきこ'], by('天野月', '志方あきこ'))],
  'an210/C411202': [op('HUSTLE MUSCLE', ['河野陽吾']), ed('恋のMy chop!!', ['横須賀ゆめな'])],
  'an210/C411280': [ed('Follow Me'), insert('RIVER OF CRYSTALS', ['伊藤君子'])],
  'an210/C413352': [op('ようこそ! Fate/ゼロカフェへ', ['goody'])],
  'an210/C409853': [
    op('君は何かができる', ['99Harmony'], by('山上路夫', '大森敏之')),
    ed('君は何かができる', ['99Harmony'], by('山上路夫', '大森敏之')),
  ],
  'an210/C410061': [main('風のTAKE A CHANCE', ['杉本誘里'], { ...by('大津あきら', '三枝成彰'), sequence: 1 })],
  'an210/C412803': [
    op('ルミナス'),
    insert('コネクト', ['ClariS'], nth(3)),
    insert('未来', [], nth(1)),
    ed('Magia [quattro]', [], nth(1)),
    insert('Magia [quattro]', [], nth(2)),
    ed('ひかりふる', ['Kalafina'], nth(2)),
  ],
  'an210/C411173': [ed('キミに会いたくて', ['小坂明子'])],
  'an210/C409906': [
    op('BIRTHDAY CITY', ['川原田新一'], by('三浦徳子', '小田裕一郎')),
    ed('愛のストーリー', ['川原田新一'], by('三浦徳子', '小田裕一郎')),
  ],
  'an210/C411382': [ed('もう一度君に', ['Tourbillon'])],
  'an210/C411705': [ed('遙かな日々', ['eufonius'])],
  'an210/C413218': [],
  'an210/C413184': [op('all the way', ['下川みくに']), ed('the Beautiful World', ['前田愛'])],
  'an210/C411028': [ed('The GalaxyExpress 999', ['ゴダイゴ'])],
  'an210/C413567': [
    main('羽よ背中に', ['新居昭乃'], by('新居昭乃', '新居昭乃')),
    insert('and you', ['ROCKY CHACK'], { lyricists: ['NOE', '山下太郎'], composers: ['NOE', '山下太郎'] }),
    insert('SWEETPAIN(Instrumental)', [], by('岩田アッチュ', 'ニルギリス')),
  ],
  'an210/C413822': [image('WIND SONG', ['松たか子'], by('坂元裕二', '日向大介'))],
  'an210/C413403': [ed('星のうつわ', ['スキマスイッチ'])],
  'an208/C441074': [insert('星めぐりの歌', ['rino']), ed('オレンジ色', ['ChouCho'])],
  'an210/C413340': [
    op('─Across the line─', ['内田真礼']),
    ed('Sevret Survivor', ["Black Raison d'etre", '内田真礼', '赤崎千夏', '浅倉杏美', '上坂すみれ'], nth(1)),
    ed('INSIDE IDENTITY', ["Black Raison d'etre"], nth(2)),
  ],
  'an210/C409592': [
    op('わんわんマーチ', ['デューク・エイセス'], by('佐伯孝夫', '中村八大')),
    ed('わんわんマーチ', ['デューク・エイセス'], by('佐伯孝夫', '中村八大')),
    insert('わんわん子守唄', ['松尾和子'], by('佐伯孝夫', '渡辺浦人')),
  ],
  'an210/C413341': [ed('IRONY', ['m-flo', 'daoko'])],
  'an210/C413284': [op('百合星人ナオコサン'), ed('フォトンベルト観光ホテル', ['MOSAIC.WAV'])],
  'an210/C413346': [ed('バカむか体操', ['温水洋一'])],
  'an210/C413565': [
    main('The Experience(Beyond ver.)', ['OLDCODEX'], by('YORKE.', 'Ta_2')),
    main('Scribble,and Beyond', ['OLDCODEX'], by('YORKE.', 'Ta_2')),
  ],
  'an208/C7148': [
    op('ニッポン チャ!チャ!チャ!', ['岩崎元是'], { lyricists: ['平出よしかつ'], composers: ['マリオ', 'ピエール・ニグロ'] }),
    ed('ガンバレ男の子', ['大谷育江'], by('雄鹿美子', '前田克樹')),
  ],
  'an210/C411388': [ed('Love Letter', [], nth(1)), ed('Dybbuk', ['Gackt'], nth(2))],
  'an210/C413334': [ed('Patema Inverse', ['Estelle Micheau'])],
  'an210/C412724': [ed('響 -こえ-', ['Every Little Thing']), op('ベストウイッシュ!（MOVIE EDIT）', ['松本梨香'])],
  'an210/C409610': [],
  'an210/C411380': [ed('幸せのテレパシー', ['福田沙紀'])],
  'an210/C412818': [insert('空へ', ['山根美和子'])],
  'an210/C413476': [op('Connect Link', ['石田燿子']), ed('Fly Beyond', ['小清水亜美', '斎藤千和'])],
  'an210/C412216': [
    ed('風とブーケのセレナーデ', ['秋本理央'], { ...by('岩里祐穂', '馬飼野康二'), sequence: 1 }),
    insert('一人ぼっちのドリーマー', ['秋本理央'], { ...by('佐藤ありす', '馬飼野康二'), sequence: 1 }),
    insert('行方不明のハートたち', ['秋本理央'], { ...by('佐藤ありす', '鷺巣詩郎'), sequence: 2 }),
  ],
  'an210/C409914': [op('I,I,YOU＆愛', ['小林泉美'], by('安藤芳彦', '小林泉美')), ed('I,I,YOU＆愛', ['小林泉美'], by('安藤芳彦', '小林泉美'))],
  'an208/C441075': [],
  'an210/C413285': [ed('RE:MyEND!', ['NEGOTO']), insert('AFTER SCHOOL MIDNIGHTERS', ['KOICHI YAMADERA', 'HIROMASA TAGUCHI'])],
  'an210/C412716': [op('僕ら、駆け行く空へ', ['山崎はるか']), ed('Heaven is a Place on Earth', ['flipside']), insert('Invisible Message', ['ELISA'])],
  'an210/C413639': [ed('青空', ['Salyu'])],
  'an210/C413139': [insert('小犬のマーチ', ['浅利小学校生徒のみなさん'])],
  'an210/C409576': [],
  'an210/C413784': [main('好敵手', ['田中星児'], by('さだまさし', 'さだまさし'))],
  'an210/C413418': [op('こびとビート', ['yuiave']), ed('こびとのヨーデル', ['北川桜'])],
  'an210/C413260': [ed('遥か彼方', ['ASIAN KUNG-FU GENERATION'])],
  'an210/C411497': [
    ed('あなたのようです。', ['savage genius']),
    insert('光の海', ['平野綾'], nth(1)),
    insert('星空のゆりかご', ['Ikuko'], nth(2)),
    insert('未来の記憶', ['YUKA'], nth(3)),
  ],
  'an210/C413290': [op('200 miles', ['チャン・グンソク']), ed('ずっと きっと', ['平野綾'])],
  'an210/C409826': [
    op('ぼくドラえもん', ['大山のぶ代'], by('藤子不二雄', '菊池俊輔')),
    insert('心をゆらして', ['岩渕まこと'], by('武田鉄矢', '菊池俊輔')),
  ],
  'an210/C413327': [ed('シアワセオリー', ['FTISLAND']), op('豪食マイウェイ!!', ['串田アキラ'])],
  'an210/C411338': [op('夢が叶うとき', ['Nao']), ed('夢が叶うとき', ['Nao'])],
  'an210/C413568': [
    op('あなたがプリパラに来るのを、あたし待ってる。', ['茜屋日海夏'], by('筆安一幸', '斉藤恒芳')),
    insert('トライアングル・スター', ['茜屋日海夏', '芹澤優', '久保田未夢'], by('松井洋平', '桑原聖')),
    insert('ドリームパレード', ['山北早紀', '澁谷梓希', '若井友希'], { lyricists: ['渡辺徹', '森月キャス'], composers: ['渡辺徹'] }),
  ],
  'an210/C413597': [ed('TO BELIEVE IN SOMETHING', ['THE EDEN HOUSE'])],
  'an210/C413307': [
    ed('RPG', ['SEKAI NO OWARI']),
    insert('やきそばの歌 ～ソース is love～', ['澤口一彦', 'かすかべ防衛隊']),
    op('キミに100パーセント', ['きゃりーぱみゅぱみゅ']),
  ],
  'an210/C409884': [ed('魔法のあかり', ['ゴダイゴ'], { lyricists: ['ウィル・ウィリアムス', '山下路夫'], composers: ['タケカワユキヒデ'] })],
  'an210/C413512': [
    op('Miracle Go!プリンセスプリキュア', ['礒部花凛'], by('大森祥子', '渡辺亮希')),
    ed('KIRA KIRA', ['Every Little Thing'], by('持田香織', 'mito')),
    insert("Sharin' Miracle", ['花澤香菜'], by('大森祥子', '高木洋')),
  ],
  'an210/C411632': [
    op('ヤッターマンの歌', ['タカミーマン']),
    ed('スマイライフ', ['ステレオポニー']),
    insert('ヤッターキング2009夏!アニメ', ['山本まさゆき']),
    insert('天才ドロンボー劇場アニメ版', ['小原乃梨子', '八奈見乗児', 'たてかべ和也']),
  ],
  'an210/C412788': [ed('モアサンワーズ', ['坂本真綾'])],
  'an210/C412710': [ed('Future Eve', ["OKAMOTO'S"])],
  'an210/C411342': [ed('夏を待つセイル（帆）のように', ['ZARD'])],
  'an210/C413323': [ed('dolce', ['Kalafina'])],
  'an210/C413322': [ed('アレルヤ', ['Kalafina']), insert("SINGIN'IN THE RAIN")],
  'an210/C409877': [ed('星空のエンジェルクイーン', ['デラ・セダカ'], by('MOKO NANRI', '喜多郎'))],
  'an210/C409847': [
    op('「あしたのジョー2」テーマ～明日への叫び～', ['ジョー山中'], by('ジョー山中', 'ジョー山中')),
    ed('青春の終章（ピリオド）～JOE・・・FOREVER～', ['ジョー山中'], by('ジョー山中', 'ジョー山中')),
  ],
  'an210/C413593': [],
  'an210/C413158': [insert('手のひらを太陽に', ['杉並区立桃井第4小学校武内享子先生と4年2組のみなさん'])],
  'an210/C413590': [
    main('The Experience(Scribble ver.)', ['OLDCODEX'], by('YORKE.', 'Ta_2')),
    main('Scribble,and Beyond', ['OLDCODEX'], by('YORKE.', 'Ta_2')),
  ],
  'an208/C7157': [ed('EVER', ['FANG'])],
  'an210/C413536': [ed('Light in Starless Sky', ['川村ゆみ', 'Lotus Juice'])],
  'an210/C412704': [ed('＃キボウレインボウ＃', ['池田彩', '走り隊7']), op('ラ♪ラ♪ラ♪スイートプリキュア♪ ～∞UNLIMITED∞ ver.～', ['工藤真由'])],
  'an210/C411602': [ed('PUZZLE', ['倉木麻衣'])],
  'an210/C413740': [main('出逢えてよかった', ['小山茉美'], by('水上貴子', '橋本昌司'))],
  'an210/C413424': [
    op('キミに 100パーセント', ['きゃりーぱみゅぱみゅ']),
    ed('ファミリーパーティー', ['きゃりーぱみゅぱみゅ']),
    insert('契り', ['コロッケ'], nth(1)),
    insert('朝まで生ノハラ!挿入曲 「POSITIVE FORCE」', [], { composers: ['Geoff Bastow', 'Jim Harbourg'], sequence: 2 }),
  ],
  'an210/C413548': [],
  'an210/C411040': [op('とべとべおねいさん', ['のはらしんのすけ', 'アクション仮面'], nth(1)), ed('さよならありがとう', ['こばやしさちこ'])],
  'an210/C413516': [
    main('piece of youth', ['ChouCho'], by('ChouCho', '酒井陽一')),
    image('GloryStory', ['ChouCho'], by('ChouCho', '田村ジュン')),
    insert('おいらボコだぜ!', ['藤村歩'], by('吉田玲子', '水島努')),
  ],
  'an208/C441049': [],
  'an210/C413510': [
    main('風よ0074', ['服部隆之 Presents GUNDAM THE ORIGIN', '石田匠'], by('松井五郎', '服部隆之')),
    insert('By Your Side', ['澤田かおり'], by('澤田かおり', '服部隆之')),
  ],
  'an210/C411470': [ed('天壌を翔る者たち', ["Love Planet Five～I've special unit～"]), insert('赤い涙', ['川田まみ'])],
  'an210/C411474': [
    ed('ロンリースターズ', [], { composers: ['松本孝弘'] }),
    insert('Themefrom Fist of the North Star～The Road of Lords～', ["B'z"]),
  ],
  'an210/C411466': [ed('Bird', ['下川みくに'])],
  'an210/C413507': [main('Blue Destiny', ['Trident'], by("Heart's Cry", "Heart's Cry")), insert('Last Refrain', ['ナノ'], by('ナノ', 'WEST GROUND'))],
  'an210/C409648': [op('クレオパトラのテーマ', ['由紀さおり'], by('中山千夏', '富田勲')), insert('ゲリラの歌', ['六文銭'], by('能加平', '小室等'))],
  'an208/C441073': [ed('オラシオンのテーマ～共に歩こう～', ['林明日香'])],
  'an210/C409896': [ed('わが青春のアルカディア', ['渋谷哲平'], by('山川啓介', '平尾昌晃'))],
  'an210/C411456': [ed('ユウキの虹', ['ドランクドラゴン'])],
  'an210/C413498': [ed('これから', ['坂本真綾'])],
  'an210/C411592': [
    op('ケロロ・ジャポ～ン', ['内藤大助', '加藤夏希']),
    ed('みんなあなたを愛してる', ['Kiroro']),
    insert('星のささやく物語', ['シオン']),
  ],
  'an210/C413314': [ed('いのちの記憶', ['二階堂和美']), insert('わらべ唄', [], nth(1)), insert('天女の歌', ['朝倉あき'], nth(2))],
  'an210/C411148': [ed('no more words', ['浜崎あゆみ'])],
  'an210/C411330': [op('all the way', ['下川みくに']), ed('はじまりの日', ['前田愛'])],
  'an210/C409833': [ed('かがやく春の日', ['石毛恭子'], by('武鹿悦子', '若松正司')), insert('愛のみずうみ', ['石毛恭子'], by('武鹿悦子', '若松正司'))],
  'an210/C413264': [ed('星のこどもたち', ['伊藤真澄'])],
  'an210/C412752': [
    ed('colorful'),
    insert('Cross Over', ['9nine'], nth(1)),
    insert("モノクローム ～ version de l'apprivoiser", ['戸松遥'], nth(2)),
    insert('光のオクターブ', [], nth(3)),
    insert('木漏れ日のコンタクト ～ Wako avec accompagnement de la harpe', [], nth(4)),
    insert("木漏れ日のコンタクト ～ version de l'apprivoiser", ['早見沙織'], nth(7)),
    insert('イノセント・ブルー', ['日高里菜'], nth(5)),
  ],
  'an210/C413447': [ed('ピースマイル!', ["J☆Dee'Z", 'ピカチュウ'])],
  'an210/C413434': [
    ed('never fear', ['河村隆一']),
    insert('Avoid', ['CLUTCHO'], nth(1)),
    insert("We'll start our race (D Version)", ['BACKDRAFT SMITHS'], nth(2)),
    insert('GALAVANIZE', ['THE VALVES'], nth(3)),
    insert('進化論', ['月光グリーヌ'], nth(4)),
    insert('Candle Flames', ['BACKDRAFT SMITHS'], nth(5)),
  ],
  'an210/C411566': [
    ed('ゼロ', ['たむらばん']),
    insert('ピアノとオーケストラのためのリトミカ・オスティナータ', [], { composers: ['伊福部昭'], sequence: 1 }),
  ],
  'an210/C412820': [ed('SMILE', ['MISIA'])],
  'an210/C411250': [op('ポルカ・オ・ドルカ', ['犬山犬子', 'ノルソル合唱団']), ed('冒険のはじまりだ!!', ['KAORI'])],
  'an210/C412688': [insert('時の翼（子守歌 ver.）', ['竹富聖花']), ed('時の翼', ['新妻聖子'])],
  'an210/C411319': [ed('My Name'), insert('Song With No Name～名前のない歌', ['BoA'])],
  'an210/C412773': [ed('ジョイフルサンデー（ジョイフルランドの歌）')],
  'an210/C411352': [op('Metamorphoze～メタモルフォーゼ'), ed('君が待っているから', ['Gackt']), insert('ハッシャバイ', ['間嶋里美'])],
  'an210/C411292': [ed('Dream×Dream', ['愛内里菜'])],
  'an210/C411528': [ed('ALL OF US', ['後藤真希'])],
  'an210/C413616': [
    main('Butter-Fly～tri.Version～', ['和田光司'], by('千綿偉功', '千綿偉功')),
    insert('brave heart～tri.Version～', ['宮﨑歩'], by('大森祥子', '太田美知彦')),
    ed('keep on～tri.Version～', ['AiM'], by('NK', '木根尚登')),
  ],
  'an210/C411116': [op('めざせポケモンマスター2001', ['松本梨香']), ed('明日天気にしておくれ', ['藤井フミヤ'])],
  'an210/C412678': [op('手のひらを太陽に', ['ドリーミング']), ed('手のひらを太陽に', ['ドリーミング'])],
  'an210/C413515': [main('Rolling life', ['羽多野渉'], { lyricists: ['永谷たかお', 'キミオ'], composers: ['永谷たかお'] })],
  'an210/C411411': [op('アンパンマンのマーチ'), ed('勇気りんりん'), insert('ドーリィのいのち', ['ドリーミング'])],
  'an210/C411315': [op('君色100!', ['水樹奈々', '豊口めぐみ', '小林沙苗', '能登麻美子']), ed('ペパーミント', ['橋本みゆき'])],
  'an210/C413417': [
    op('ゼッコーチョー!', ['ゾロリ']),
    ed('いい かげん', ['ゾロリ', 'イシシ', 'ノシシ']),
    insert('あじゃぱー', ['ゾロリ', 'イシシ', 'ノシシ']),
  ],
};
