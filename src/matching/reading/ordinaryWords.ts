import { stressingAdverbs } from './intensity.js';

/**
 * Words that stand for no term of the taxonomy, whatever a name of one may be, known so that those inside and beside them are read rightly: 夢中 is no
 * dream, ロックダウン no rock, and what is left of 疾走感 and ロックバンド is a word.
 */
const beside = `
  感 的 系 風 調 曲 歌 声 性 派 者 達 力 度 味 色 音 型 家 物 観 像 心 界 作 譜 版 盤 編 部 達 用 向 形 品 層 中 超 激 最 大 小 高 低 新 旧 前 後 名 全 各 毎 半 極 真 猛 初 終 再 若 正 準 純 急 深 強
  的 化 調 気 満載 満点 全開 溢 風味 要素 場面 物語 作品 楽曲 音楽 世界 世界観 時代 主題歌 映画 漫画 小説 番組 歌詞 旋律 声優 感覚 空気 雰囲気 路線 全般
  ソング 曲 ナンバー チューン サウンド バンド ミュージック アニメ ボーカル ヴォーカル ビート ギター ベース ドラム ピアノ メロディ メロディー シーン ライン ソロ トラック テイスト スタイル ムード モード リズム
  シンガー ファン アルバム シングル ライブ アレンジ バージョン コード サビ フレーズ テーマ キャラ キャラクター ヒーロー ヒロイン ストーリー ドラマ コメディ コメディー ファンタジー アクション ブランド デザイン
  ショー タイム ワールド ライク ムービー パート イメージ キック スネア リフ パッド ストリングス サンプル ノイズ ループ ステージ フェス クラブ パーティー ゲーム ノベル スタジオ レーベル ポップス ポップ ロック
`;

const apart = `
  大丈夫 恐ろしく ひどく すごく 明るみに 声だけ 会社 社会 年月 月後 ヶ月 か月 三日 月間 毎月 先月 来月 今月 一月 二月 三月 四月 五月 六月 七月 八月 九月 十月 和声 和訳 調和 昭和 令和 和室
  夢中 夏目 冬木 春日 光熱 光年 光景 観光 日光 月光 栄光 空席 空調 空間 空気 空港 空白 航空 架空 風呂 風呂敷 風味 風景 風邪 風俗 屏風 台風 海外 海苔 海老 海上 上海 東海 北海 日本海 山田 山本 山口 山形 山手 山梨 岡山 富山 登山 火山
  春菊 春日部 青春期 夏期 夏場 冬場 秋葉 秋田 愛知 愛媛 愛称 愛用 愛犬 愛車 愛読 愛着 可愛 恋人 恋人達 静岡 静電気 静脈 安静 熱帯 熱量 加熱 熱海 発熱 過熱 情報 感情 友人 友達 家電 家賃 家具 家庭 国家 作家 画家 専門家 悲鳴 楽天 楽器 楽譜 楽屋
  花見 花粉 花火 花嫁 花束 花田 花園 星座 星野 流星 星空 惑星 衛星 明星 黒星 白星 夜中 夜間 今夜 徹夜 深夜 昨夜 朝食 朝日 朝鮮 今朝 毎朝 雨宮 梅雨 雪崩 雪国 吹雪 虹彩 涙腺 夢想 悪夢 死亡 死角 必死 生死 必死 生命 命令 命名 運命 使命 懸命 革命 任命
  戦略 作戦 挑戦 観戦 対戦 戦争 道路 道具 道理 武道 書道 柔道 水道 鉄道 報道 街道 海道 旅館 旅行 旅券 旅客 列車 電車 故郷 神奈川 神戸 神社 神経 精神 神話 神様 刀剣 影響 影山 撮影 投影 面影 光影 鏡面 望遠 双眼 鳥取 鳥居 猫背 犬歯 竜巻 竜馬 馬鹿
  不正 不明 不動 不在 不安 自動 自由 自由席 自然 当然 突然 天然 自然体 天気 天井 天国 天才 天使 元気 人気 電気 病気 景気 本気 雰囲気 勇気 空元気 気分 気持 気象
  ロックダウン ロックされ ロックする ロックし ロックイン メタルラック カントリークラブ ハードスケジュール ハードディスク ハードル ソフトウェア ソフトクリーム ソフトバンク ポップコーン ポップアップ スペースキー キーボード バスルーム バス停
  ブルース・リー ブルーレイ ソウル市 フォークリフト ドライバー ドライヤー ドライフルーツ フレッシュマン ダークホース ライトノベル ライトアップ ヘビースモーカー クールビズ ホットケーキ ラップトップ ラップする
`;

const english = `
  song | songs | music | play | plays | played | playing | player | just | long | longer | longest | bar | bars | close | closed | mildly | slightly | sadly | hopefully | happily | trapped | delays | flat | wide | hall | meeting | match | filter | mode | speed | free | live | drop | hey | natural | lies | short
  lockdown rock hudson | rock climbing | rock bottom | on the rocks | metal detector | sheet metal | scrap metal | heavy-duty | heavy duty | light switch | light bulb | traffic light | house of lords | house of commons | white house | full house | courthouse
  space bar | parking space | bass player | sea bass | country club | soul mate | folk tale | punk kid | ring road | wet floor | music stand | key card | hard drive | hard disk | driving licence | driving license | driving test | fast food | breakfast | slow cooker
  cool down | hot dog | sweet potato | sweetcorn | soft drink | software | hardware | brightly | dark chocolate | dark horse | dream team | love handles | for the love of | fire alarm | fire exit | fire department | water bottle | school bus | high school | high-end | summer school
  war room | star rating | five star | sunday times | rain check | winter tyres | spring roll | spring water | spring cleaning | fall short | fall behind | autumn statement | falling prices | pop up | pop-up | pop quiz | trap door | drum up | string quartet players
`;

const split = (list: string, by: RegExp) => [...new Set(list.split(by).map((word) => word.trim()))].filter((word) => word !== '');

/** Those that compounds are made of; a term may be called so as well. */
export const besideWords: readonly string[] = split(beside, /\s+/);

/** Those that are no term's, whatever it is called. */
export const ordinaryWords: readonly string[] = [...split(apart, /\s+/), ...split(english, /[|\n]/), ...stressingAdverbs];
