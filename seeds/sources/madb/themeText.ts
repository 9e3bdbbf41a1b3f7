import { plain, tidy } from './tidy.js';

export type ThemeKind = 'OPENING' | 'ENDING' | 'INSERT' | 'MAIN_THEME' | 'IMAGE_SONG';
export type Role = 'PERFORMER' | 'LYRICIST' | 'COMPOSER' | 'ARRANGER';

export interface Use {
  readonly kind: ThemeKind;
  readonly sequence: number | undefined;
}

/** A song as the free text tells of it; credits are still as written. */
export interface Theme {
  readonly uses: readonly Use[];
  readonly title: string;
  readonly credits: ReadonlyMap<Role, string>;
}

export interface ThemesRead {
  readonly themes: readonly Theme[];
  readonly unread: readonly string[];
}

interface Draft {
  readonly uses: readonly Use[];
  title: string | undefined;
  readonly credits: Map<Said, string>;
}

/** PLAYED: who plays it, which counts where nobody sings. */
type Said = Role | 'PLAYED';

const kinds: readonly (readonly [RegExp, ThemeKind])[] = [
  [/^(?:OP|オープニング|オーブニング)/u, 'OPENING'],
  [/^(?:END|ED|エンディング|エンティング|エンドロール|エンドテーマ)/u, 'ENDING'],
  [/^(?:IS|IN|挿|劇中)/u, 'INSERT'],
  [/^(?:IM|イメージ)/u, 'IMAGE_SONG'],
  [/^(?:TM|主題[歌曲]|テーマ|メインテーマ|シンボル)/u, 'MAIN_THEME'],
];

const HEAD =
  '(?:(?:OP|END|ED|IS|IN|IM|TM)[ 　]?(?:\\d{1,2}(?!\\d))?曲?(?:[ 　]?テーマ曲?|ソング)?|(?:第\\d+章)?(?:オープニング|オーブニング|エンディング|エンティング)(?:・?テーマ(?:曲|ソング)?|主題歌|曲)?|主題歌[ 　]*(?:オープニング|エンディング)?|エンドロール曲|(?:劇中)?挿[入人][歌曲]|劇中[歌曲]|主題曲|メインテーマ曲|イメージ・?ソング|シンボルテーマソング|メインテーマ|(?:『[^』]*』)?テーマ(?:曲|ソング))';
const HEADS = `${HEAD}(?:\\s*[・、＆&/]\\s*${HEAD})*`;
const ROLE_WORD =
  '(?:[ァ-ヶー]{2,8}演奏|二胡演奏|独唱|制作|発売元?|レコード発売|オリジナルサント?ラ盤|日本語訳詞|日本語詞|訳詞|補作詞|補詞|作詞|作詩|作曲|編曲|作編曲|歌唱指導|歌唱|サウンドプロデュース|コーラス|ギター|振付|合唱|演奏|ヴォーカル|ボーカル|Vocal|VOCAL|アーティスト|ARTIST|うた|[Ss]ong by|[Pp]erformed by|Written by|Published by|レコード|協力|台詞|語り|歌|唄|詞|曲|作)';
const ROLES = `${ROLE_WORD}(?:（日本語詞）)?(?:[ ]?[・、/&＆＋,][ ]?${ROLE_WORD})*`;

const bracketHead = new RegExp(`^[・\\s　]*[\\[【](${HEADS})[\\]】][\\s　]*`, 'u');
const bareHead = new RegExp(`^[・\\s　]*(${HEADS})(?=[\\s　]*(?:[「『“\\[]|$)|[\\s　]+[^\\s　])[\\s　]*`, 'u');
const laterHead = new RegExp(`^(${HEADS})(?=[\\s　]*[「『“])[\\s　]*`, 'u');
const bracketRole = new RegExp(`^\\[(${ROLES})[:：]?\\][\\s　]*`, 'u');
const heldRole = new RegExp(`^\\[(${ROLES})[\\s　]+([^\\]]+)\\]`, 'u');
const markedRole = new RegExp(`^・?(${ROLES})[\\s　]*[:：/／][\\s　]*`, 'u');
const spacedRole = new RegExp(`^(${ROLES})[\\s　]+`, 'u');
const closeRole =
  /^((?:歌唱|合唱|歌[＆・]演奏|歌|唄|うた|ヴォーカル|ボーカル|Vocal|VOCAL|演奏|アーティスト|ARTIST|[Ss]ong by|[Pp]erformed by|by|By|作曲))[\s　]*/u;
/** 韓国版アルバム「My Name」より */
const fromAlbum = /^[\s　]*[^「『]{0,20}[「『][^」』]*[」』]より/u;
const unknownTitle = /不詳|不明|曲名なし|表示なし|^[（(]?※?[）)]?$/u;

/** The songs that the free text on themes tells of, and the pieces of it that can't be understood. */
export function readThemes(text: string): ThemesRead {
  return new Reader(plain(text).replace(/[\s　]*\[(?:声の出演|録音|キャスト)\].*$/su, '')).read();
}

/** Goes through the text from mark to mark: what a song is for, its title, who did what. */
class Reader {
  private readonly drafts: Draft[] = [];
  private readonly unread: string[] = [];
  private draft: Draft | undefined;
  /** Songs of one line, which share what is said after 以上. */
  private lineStart = 0;

  private readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  read(): ThemesRead {
    for (const line of this.text.split(/(?:^|[\s　]+)／(?=[\s　]|$)[\s　]*/u)) {
      this.lineStart = this.drafts.length;
      this.readLine(line.trim());
    }
    const told = this.drafts.filter(({ title }) => title !== undefined && !unknownTitle.test(title));
    const untold = this.drafts.filter((draft) => !told.includes(draft));
    return {
      themes: told.map(themeOf),
      unread: [...this.unread, ...untold.map(({ uses, title }) => `${uses.map(({ kind }) => kind).join(', ')}: ${title ?? 'no title'}`)],
    };
  }

  private readLine(line: string): void {
    if (/^(?:◆+|※.*|・?|.*(?:に歌はなし|歌なし))$/u.test(line)) {
      if (line !== '' && !line.startsWith('◆')) this.unread.push(line);
      return;
    }
    const before = /^【([^】]+)】([^「【]*)「([^」]+)」/u.exec(line);
    if (before) {
      this.readPerformerFirst(line);
      return;
    }
    const head = bracketHead.exec(line) ?? bareHead.exec(line);
    if (head) {
      this.begin(usesOf(head[1] ?? ''));
      this.readSong(line.slice(head[0].length));
      return;
    }
    if (this.draft && this.draft.title === undefined && line.startsWith('・') && !markedRole.test(line)) {
      this.readBareTitle(line);
      return;
    }
    if (/^[「『“]/u.test(line.replace(/^・/u, ''))) {
      this.draft = undefined;
      this.unread.push(line);
      return;
    }
    this.readCredits(line);
  }

  /** 【エンディング曲】ＣｈｏｕＣｈｏ「オレンジ色」 */
  private readPerformerFirst(line: string): void {
    for (const [whole, head = '', performer = '', title = ''] of line.matchAll(/【([^】]+)】([^「【]*)(?:「([^」]+)」)?/gu)) {
      const uses = new RegExp(`^${HEADS}$`, 'u').test(head) ? usesOf(head) : [];
      if (uses.length === 0 || title === '') this.unread.push(whole);
      else {
        this.begin(uses).title = tidy(title);
        this.credit('PERFORMER', performer);
      }
    }
    this.draft = undefined;
  }

  private begin(uses: readonly Use[]): Draft {
    this.draft = { uses, title: undefined, credits: new Map() };
    this.drafts.push(this.draft);
    return this.draft;
  }

  private readBareTitle(line: string): void {
    const title = line.replace(/^・\s*/u, '');
    if (this.draft) this.draft.title = titleOf(/^[「『]([^「」『』]*)[」』]$/u.exec(title)?.[1] ?? title);
  }

  private readSong(text: string): void {
    const quoted = quotedAtStart(text.replace(/^\[(?=[「『])/u, ''));
    if (!quoted) {
      if (text !== '') this.readCredits(text);
      return;
    }
    if (this.draft) this.draft.title = titleOf(quoted.inside);
    const rest = quoted.rest.replace(/^\][\s　]*/u, '').replace(/^[」』]/u, '');
    const version = /^[\s　]*[（(]((?:[^（）()]*(?:ver|Ver|EDIT|Edit|edit|Version|version|バージョン|リミックス|mix|のテーマ)[^（）()]*))[）)]/u.exec(
      rest,
    );
    if (version && this.draft) this.draft.title = `${this.draft.title}（${version[1]}）`;
    const after = (version ? rest.slice(version[0].length) : rest).replace(fromAlbum, '').replace(/^[\s　]+/u, '');
    const role = bracketRole.test(after) || heldRole.test(after) || markedRole.test(after) || spacedRole.test(after) ? null : closeRole.exec(after);
    if (role) this.readValue(rolesOf(role[1] ?? ''), after.slice(role[0].length));
    else this.readCredits(after, ['PERFORMER']);
  }

  /** Credits, first of all what stands before any word for a role. */
  private readCredits(text: string, before: readonly Said[] | null = null): void {
    const after = text.replace(/^[\s　]+/u, '');
    if (after === '') return;
    const held = heldRole.exec(after);
    if (held) {
      for (const role of rolesOf(held[1] ?? '')) this.credit(role, held[2] ?? '');
      this.readCredits(after.slice(held[0].length));
      return;
    }
    if (/^以上[、,]?/u.test(after)) {
      this.readShared(after.replace(/^以上[、,]?[\s　]*/u, ''));
      return;
    }
    const role = bracketRole.exec(after) ?? markedRole.exec(after) ?? spacedRole.exec(after);
    if (role) {
      this.readValue(rolesOf(role[1] ?? ''), after.slice(role[0].length));
      return;
    }
    const head = laterHead.exec(after);
    if (head) {
      this.begin(usesOf(head[1] ?? ''));
      this.readSong(after.slice(head[0].length));
      return;
    }
    if (before) {
      this.readValue(before, after);
      return;
    }
    if (/[「『]/u.test(after) || (this.draft === undefined && after !== '')) this.unread.push(after);
  }

  private readValue(roles: readonly Said[], text: string): void {
    const end = endOfValue(text);
    for (const role of roles) this.credit(role, text.slice(0, end).trim());
    this.readCredits(text.slice(end));
  }

  /** 以上: what follows holds for all songs of the line that say nothing else. */
  private readShared(text: string): void {
    const last = this.draft;
    const shared: Draft = { uses: [], title: undefined, credits: new Map() };
    this.draft = shared;
    this.readCredits(text);
    for (const draft of this.drafts.slice(this.lineStart)) {
      for (const [role, value] of shared.credits) if (!draft.credits.has(role)) draft.credits.set(role, value);
    }
    this.draft = last;
  }

  private credit(role: Said, value: string): void {
    const text = value
      .replace(/[\s　]*アルバム[「『].*$/u, '')
      .replace(/\[\]?.*$/u, '')
      .trim();
    if (this.draft && text !== '' && !this.draft.credits.has(role)) this.draft.credits.set(role, text);
  }
}

/** Where the next mark begins. */
function endOfValue(text: string): number {
  for (let at = 0; at < text.length; at += 1) {
    const rest = text.slice(at);
    const boundary = at === 0 || /[\s　?、。）)]/u.test(text[at - 1] ?? '');
    if (bracketRole.test(rest) || heldRole.test(rest)) return at;
    if (boundary && (markedRole.test(rest) || laterHead.test(rest) || /^以上[、,]/u.test(rest))) return at;
    if (boundary && at > 0 && spacedRole.test(rest)) return at;
    if (/^(?:コーラス|二胡演奏|作詞|作曲|編曲)[\s　]*[:：/／]|^(?:コーラス|ギター|二胡演奏|ハーモニカ演奏)/u.test(rest) && at > 0) return at;
    if (/^[「『]/u.test(rest)) return at;
  }
  return text.length;
}

function usesOf(heads: string): readonly Use[] {
  return (heads.match(new RegExp(HEAD, 'gu')) ?? []).flatMap((head) => {
    const bare = head.replace(/^第\d+章|^『[^』]*』|^主題歌[ 　]*(?=オープ|エンデ)|^劇中(?=挿入)/gu, '');
    const kind = kinds.find(([pattern]) => pattern.test(bare))?.[1];
    const number = Number(/^[A-Z]+\s*0*(\d+)/u.exec(bare)?.[1] ?? 0);
    return kind ? [{ kind, sequence: number > 0 ? number : undefined }] : [];
  });
}

const roleOf: readonly (readonly [RegExp, Said])[] = [
  [/^(?:作詞|作詩|詞)(?:（日本語詞）)?$/u, 'LYRICIST'],
  [/^(?:作曲|曲|作編曲|作)$/u, 'COMPOSER'],
  [/^(?:編曲|作編曲)$/u, 'ARRANGER'],
  [/^演奏$/u, 'PLAYED'],
  [/^(?:歌|唄|うた|歌唱|合唱|ヴォーカル|ボーカル|Vocal|VOCAL|アーティスト|ARTIST|[Ss]ong by|[Pp]erformed by|by)$/u, 'PERFORMER'],
];

function rolesOf(label: string): readonly Said[] {
  const words = label.split(/[ ]?[・、/&＆＋,][ ]?/u);
  return roleOf.flatMap(([pattern, role]) => (words.some((word) => pattern.test(word)) ? [role] : []));
}

function quotedAtStart(text: string): { readonly inside: string; readonly rest: string } | null {
  const pair = new Map([
    ['「', '」'],
    ['『', '』'],
    ['“', '”'],
    ['"', '"'],
  ]);
  const open = text[0] ?? '';
  const close = pair.get(open);
  if (close === undefined) return null;
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === open && open !== close) depth += 1;
    if (text[at] === close && at > 0) depth -= 1;
    if (depth === 0 && at > 0 && text[at] === close) return { inside: text.slice(1, at), rest: text.slice(at + 1) };
    if (open === close && at > 0 && text[at] === close) return { inside: text.slice(1, at), rest: text.slice(at + 1) };
  }
  return null;
}

/** Without the readings that the catalogue puts in brackets: `恋[こい]`. */
const titleOf = (text: string): string => tidy(text.replace(/\[[\p{Script=Hiragana}\p{Script=Katakana}ー]+\]/gu, ''));

function themeOf({ uses, title = '', credits: said }: Draft): Theme {
  const credits = new Map([...said].map(([role, text]): [Role, string] => [role === 'PLAYED' ? 'PERFORMER' : role, text]));
  const sung = said.get('PERFORMER');
  return { uses, title, credits: sung === undefined ? credits : credits.set('PERFORMER', sung) };
}
