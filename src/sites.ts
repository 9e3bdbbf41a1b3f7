/** The places that keep ids of the same things, and where on them an id is to be looked at; null where there are no pages. */
const sites = {
  MAL: 'https://myanimelist.net/anime/{id}',
  ANILIST: 'https://anilist.co/anime/{id}',
  ANNICT: 'https://annict.com/works/{id}',
  SYOBOCAL: 'https://cal.syoboi.jp/tid/{id}',
  ANIDB: 'https://anidb.net/anime/{id}',
  BANGUMI: 'https://bangumi.tv/subject/{id}',
  TMDB: 'https://www.themoviedb.org/{id}',
  MADB: 'https://mediaarts-db.artmuseums.go.jp/id/{id}',
  WIKIDATA: 'https://www.wikidata.org/wiki/{id}',
  MUSICBRAINZ: null,
  ANIMETHEMES: 'https://animethemes.moe/anime/{id}',
  IMASPARQL: 'https://sparql.crssnky.xyz/imasrdf/RDFs/detail/{id}',
  ISRC: null,
  ISWC: null,
  JASRAC: null,
  JAN: null,
  ABEMA: 'https://abema.tv/video/title/{id}',
  ACFUN: 'https://www.acfun.cn/bangumi/aa{id}',
  ANI_ONE: 'https://www.youtube.com/playlist?list={id}',
  ANI_ONE_ASIA: 'https://www.youtube.com/playlist?list={id}',
  BANGUMI_MOE: 'https://bangumi.moe/search/{id}',
  BILIBILI: 'https://www.bilibili.com/bangumi/media/md{id}/',
  BILIBILI_HK_MO: 'https://www.bilibili.com/bangumi/media/md{id}/',
  BILIBILI_HK_MO_TW: 'https://www.bilibili.com/bangumi/media/md{id}/',
  BILIBILI_TW: 'https://www.bilibili.com/bangumi/media/md{id}/',
  CRUNCHYROLL: 'https://www.crunchyroll.com/series/{id}/',
  DANIME: 'https://animestore.docomo.ne.jp/animestore/ci_pc?workId={id}',
  DISNEYPLUS: 'https://www.disneyplus.com/series/view/{id}',
  GAMER: 'https://acg.gamer.com.tw/acgDetail.php?s={id}',
  GAMER_HK: 'https://acg.gamer.com.tw/acgDetail.php?s={id}',
  IQIYI: 'https://www.iqiyi.com/{id}.html',
  LETV: 'https://www.le.com/comic/{id}.html',
  MGTV: 'https://www.mgtv.com/h/{id}.html',
  MIKAN: 'https://mikanani.me/Home/Bangumi/{id}',
  MUSE_HK: 'https://www.youtube.com/playlist?list={id}',
  MUSE_TW: 'https://www.youtube.com/playlist?list={id}',
  MYTV: 'https://www.mytvsuper.com/tc/programme/{id}/',
  NETFLIX: 'https://www.netflix.com/title/{id}',
  NICOVIDEO: 'https://ch.nicovideo.jp/{id}',
  PRIME: 'https://www.amazon.co.jp/gp/video/detail/{id}',
  QQ: 'https://v.qq.com/detail/{id}.html',
  TROPICS: 'https://www.youtube.com/playlist?list={id}',
  UNEXT: 'https://video.unext.jp/title/{id}',
  VIU: 'https://www.viu.com/ott/hk/zh-hk/vod/{id}/',
  YOUKU: 'https://list.youku.com/show/id_z{id}.html',
  YOUTUBE: 'https://www.youtube.com/playlist?list={id}',
  DMHY: 'https://share.dmhy.org/topics/list?keyword={id}',
} as const satisfies Readonly<Record<string, string | null>>;

export type Site = keyof typeof sites;

export const SITES = Object.keys(sites) as [Site, ...Site[]];

/** The page of an id, where the site has one. */
export function pageOf(site: Site, value: string): string | null {
  return sites[site]?.replace('{id}', encodeURIComponent(value).replaceAll('%2F', '/')) ?? null;
}
