import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import jsonld, { type JsonLdDocument } from 'jsonld';
import { z } from 'zod';
import { context, SKOS } from '../../../src/skos/vocabulary.js';

/** What a document says of one thing, wherever in it. */
export interface Node {
  readonly id: string;
  readonly types: ReadonlySet<string>;
  /** Texts of a property, each once. */
  readonly texts: (property: string) => readonly Text[];
  /** Things that a property leads to, each once; those of a list too. */
  readonly links: (property: string) => readonly string[];
}

export interface Text {
  readonly text: string;
  /** BCP 47; null where it is not told. */
  readonly language: string | null;
}

export type Nodes = ReadonlyMap<string, Node>;

const documentModel = z.custom<JsonLdDocument>((value) => typeof value === 'object' && value !== null);
const flatModel = z.array(
  z.object({ '@id': z.string(), '@type': z.array(z.string()).default([]), '@graph': z.array(z.unknown()).default([]) }).catchall(z.unknown()),
);
const linkModel = z.object({ '@id': z.string() });
const listModel = z.object({ '@list': z.array(z.unknown()) });
const textModel = z.object({ '@value': z.union([z.string(), z.number()]).transform(String), '@language': z.string().optional() });

/** The things of a JSON-LD file of any shape, by their IRIs; throws a sentence where it is none. Nothing is fetched. */
export async function readNodes(path: string): Promise<Nodes> {
  if (!statSync(path, { throwIfNoEntry: false })?.isFile())
    throw new Error(`SKOS is read from a JSON-LD file, but got ${path || 'no path'}; give the path of one.`);
  const file = basename(path);
  const said = new Map<string, Map<string, unknown[]>>();
  gather(await flat(file, documentIn(file, readFileSync(path, 'utf8'))), said);
  return new Map([...said].map(([id, properties]) => [id, nodeOf(id, properties)]));
}

function documentIn(file: string, text: string): JsonLdDocument {
  const read = documentModel.safeParse(parsedJson(file, text));
  if (!read.success)
    throw new Error(`A JSON-LD file is one object or array, but ${file} begins with ${text.trim().slice(0, 20)}; put it into an object.`);
  return read.data;
}

function parsedJson(file: string, text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new Error(`A JSON-LD file must be JSON, but ${file} is not: ${error instanceof Error ? error.message : error}.`, { cause: error });
  }
}

/** Contexts that are known without being fetched. */
const known = [SKOS, SKOS.replace('http:', 'https:')].map((iri) => iri.replace('#', ''));

async function flat(file: string, document: JsonLdDocument): Promise<unknown> {
  const unknown: string[] = [];
  const documentLoader = async (url: string) => {
    if (known.includes(url.replace(/#$/, ''))) return { documentUrl: url, document: { '@context': context } };
    unknown.push(url);
    throw new Error(`${url} is not fetched.`);
  };
  // What is called relatively is called so whatever folder the file is in.
  return jsonld.flatten(document, undefined, { base: `file:///${encodeURIComponent(file)}`, documentLoader }).catch((error: unknown) => {
    const reason =
      unknown.length > 0
        ? `A @context must stand in the file itself, but ${file} refers to ${unknown.join(', ')}, and nothing is fetched; put what stands there in its place. Known by their names are ${known.join(' and ')}.`
        : `${file} must be JSON-LD, but it can't be read as such: ${error instanceof Error ? error.message : error}`;
    throw new Error(reason, { cause: error });
  });
}

/** What is said in a named graph is said as well. */
function gather(given: unknown, said: Map<string, Map<string, unknown[]>>): void {
  for (const { '@id': id, '@graph': graph, ...properties } of flatModel.parse(given)) {
    const own = said.get(id) ?? new Map<string, unknown[]>();
    said.set(id, own);
    for (const [property, values] of Object.entries(properties)) own.set(property, [...(own.get(property) ?? []), ...[values].flat()]);
    gather(graph, said);
  }
}

function nodeOf(id: string, properties: ReadonlyMap<string, readonly unknown[]>): Node {
  const values = (property: string) => (properties.get(property) ?? []).flatMap((value) => listModel.safeParse(value).data?.['@list'] ?? [value]);
  return {
    id,
    types: new Set(values('@type').map(String)),
    texts: (property) => {
      const all = values(property).flatMap((value) => textModel.safeParse(value).data ?? []);
      const texts = all.map(({ '@value': text, '@language': language }) => ({ text: text.trim(), language: languageOf(language) }));
      return [...new Map(texts.filter(({ text }) => text !== '').map((each) => [`${each.language} ${each.text}`, each])).values()];
    },
    links: (property) => [...new Set(values(property).flatMap((value) => linkModel.safeParse(value).data?.['@id'] ?? []))],
  };
}

/** Expanding writes tags in small letters: `zh-hans` is written zh-Hans again. */
function languageOf(tag: string | undefined): string | null {
  if (tag === undefined) return null;
  const [language = '', ...others] = tag.toLowerCase().split('-');
  return [
    language,
    ...others.map((part) =>
      part.length === 4 ? part.replace(/^./, (letter) => letter.toUpperCase()) : part.length === 2 ? part.toUpperCase() : part,
    ),
  ].join('-');
}
