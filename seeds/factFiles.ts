import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isNode, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { type FactFile, factFile, sourcesFile } from './factModel.js';
import type { SourceTold } from './source.js';

/** A file of curated facts, and where in it things stand. */
export interface CheckedFile {
  readonly name: string;
  readonly facts: FactFile;
  /** `chainsaw-man.yaml:12` for a path such as ['works', 'chainsaw-man', 'start']. */
  readonly place: (path: readonly PropertyKey[]) => string;
}

/** Every mistake found in the files, one sentence each, with file and line. */
export class FactErrors extends Error {
  override readonly name = 'FactErrors';
  readonly mistakes: readonly string[];

  constructor(mistakes: readonly string[]) {
    super(`${mistakes.length} mistakes in the curated facts:\n${mistakes.join('\n')}`);
    this.mistakes = mistakes;
  }
}

const sourcesName = 'sources.yaml';

/** All files of a folder, each in the form that factModel.ts tells. */
export function readFactFiles(folder: string): { readonly files: readonly CheckedFile[]; readonly sources: readonly SourceTold[] } {
  const names = readdirSync(folder).filter((name) => name.endsWith('.yaml') && name !== sourcesName);
  const read = names.sort().map((name) => readChecked(folder, name, factFile));
  const declared = readChecked(folder, sourcesName, sourcesFile);
  const mistakes = [declared, ...read].flatMap((file) => file.mistakes);
  if (mistakes.length > 0) throw new FactErrors(mistakes);
  return {
    files: read.flatMap(({ name, content, place }) => (content ? [{ name, facts: content, place }] : [])),
    sources: Object.entries(declared.content ?? {}).map(([key, source]) => ({ key, ...source })),
  };
}

interface Checked<Content> {
  readonly name: string;
  readonly content: Content | undefined;
  readonly mistakes: readonly string[];
  readonly place: CheckedFile['place'];
}

function readChecked<Content>(folder: string, name: string, model: z.ZodType<Content>): Checked<Content> {
  const lines = new LineCounter();
  const document = parseDocument(readFileSync(join(folder, name), 'utf8'), { lineCounter: lines });
  const lineAt = (offset: number) => `${name}:${lines.linePos(offset).line}`;
  const place = (path: readonly PropertyKey[]) => lineAt(offsetOf(document, path));
  const malformed = document.errors.map((error) => `${lineAt(error.pos[0])}: ${error.message.split('\n')[0]}`);
  if (malformed.length > 0) return { name, content: undefined, mistakes: malformed, place };
  const checked = model.safeParse(document.toJS());
  const mistakes = checked.success ? [] : checked.error.issues.flatMap((issue) => tell(issue, [], place));
  return { name, content: checked.data, mistakes, place };
}

/** The place of the nearest thing on the path that is there. */
function offsetOf(document: ReturnType<typeof parseDocument>, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length -= 1) {
    const found = document.getIn(path.slice(0, length), true);
    if (isNode(found) && found.range) return found.range[0];
  }
  return 0;
}

/** An issue as sentences; where none of several forms fits, the mistake nearest to fitting is told. */
function tell(issue: z.core.$ZodIssue, above: readonly PropertyKey[], place: CheckedFile['place']): readonly string[] {
  const path = [...above, ...issue.path];
  const last = issue.code === 'invalid_union' ? issue.errors.at(-1) : undefined;
  if (last && last.length > 0) return last.flatMap((each) => tell(each, path, place));
  return [`${place(path)}: ${path.map(String).join('.')}: ${issue.message}`];
}
