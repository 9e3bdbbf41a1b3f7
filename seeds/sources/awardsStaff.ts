import type { AwardedWork } from './awardsRows.js';

type Job = keyof AwardedWork['staff'];

const roles: Readonly<Record<Job, string>> = {
  director: 'director',
  character_design: 'character design',
  composer: 'music',
  adaptor: 'series composition',
  scriptwriter: 'script',
};

/** What stands behind a name in brackets: 서브 assistant, 총 chief, and what else than characters someone designs. */
const narrower: Readonly<Record<string, (role: string) => string>> = {
  서브: (role) => `assistant ${role}`,
  총: (role) => `chief ${role}`,
  메카: () => 'mechanical design',
  크리처: () => 'creature design',
  요괴: () => 'yokai design',
  주령: () => 'cursed spirit design',
};

/** Someone's part in a work: `야마모토 야스타카(총)` among the directors is the chief director 야마모토 야스타카. */
export interface Part {
  readonly name: string;
  readonly role: string;
}

export function partsOf({ staff }: AwardedWork): readonly Part[] {
  return (Object.keys(roles) as Job[]).flatMap((job) => (staff[job] ?? []).map((text) => partOf(text, roles[job])));
}

function partOf(text: string, role: string): Part {
  const [, name = text, mark = ''] = /^(.+)\((.+)\)$/.exec(text) ?? [];
  const narrow = narrower[mark];
  return narrow ? { name, role: narrow(role) } : { name: text, role };
}
