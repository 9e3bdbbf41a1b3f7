import { createReadStream } from 'node:fs';
import { RdfXmlParser } from 'rdfxml-streaming-parser';
import { z } from 'zod';

const BASE = 'https://sparql.crssnky.xyz/imasrdf/RDFs/detail/';

const prefixes = [
  ['https://sparql.crssnky.xyz/imasrdf/URIs/imas-schema.ttl#', 'imas:'],
  ['http://schema.org/', 'schema:'],
  ['https://schema.org/', 'schema:'],
  ['http://www.w3.org/1999/02/22-rdf-syntax-ns#', 'rdf:'],
  ['http://www.w3.org/2000/01/rdf-schema#', 'rdfs:'],
  ['http://xmlns.com/foaf/0.1/', 'foaf:'],
] as const;

const quadModel = z.object({
  subject: z.object({ termType: z.enum(['NamedNode', 'BlankNode']), value: z.string() }),
  predicate: z.object({ value: z.string() }),
  object: z.object({ termType: z.string(), value: z.string(), language: z.string().optional() }),
});

/** What is said with one property. */
export interface Value {
  readonly text: string;
  /** BCP 47; empty where it is not said, undefined where the value is another resource. */
  readonly language: string | undefined;
}

/** Everything that one file says of one thing, also in several descriptions. */
export interface Resource {
  /** `RDFs/Song.rdf First Stage_01`. */
  readonly place: string;
  /** The last segment of its address, as it is read: `Amami_Haruka`. */
  readonly key: string;
  /** With prefix: `imas:Idol`; in the order told, each once. */
  readonly types: readonly string[];
  /** By property with prefix; each value once. */
  readonly values: ReadonlyMap<string, readonly Value[]>;
}

/** The things that a file tells of, by their keys, in the order of their first descriptions. Throws the parser's sentence where it is no RDF/XML. */
export async function readResources(path: string, name: string): Promise<ReadonlyMap<string, Resource>> {
  const found = new Map<string, { readonly types: Set<string>; readonly values: Map<string, Value[]> }>();
  // The parser takes letters apart that stand on the edge of two chunks of bytes; it is given text.
  const quads = createReadStream(path, { encoding: 'utf8' }).pipe(new RdfXmlParser({ baseIRI: BASE, trackPosition: true }));
  for await (const each of quads) {
    const { subject, predicate, object } = quadModel.parse(each);
    const key = keyOf(subject.value);
    const { types, values } = found.get(key) ?? { types: new Set<string>(), values: new Map<string, Value[]>() };
    found.set(key, { types, values });
    const property = shortened(predicate.value);
    if (property === 'rdf:type') types.add(shortened(object.value));
    else values.set(property, added(values.get(property) ?? [], valueFrom(object)));
  }
  return new Map([...found].map(([key, { types, values }]) => [key, { place: `${name} ${key}`, key, types: [...types], values }]));
}

function valueFrom({ termType, value, language }: z.infer<typeof quadModel>['object']): Value {
  return termType === 'Literal' ? { text: value.trim(), language: language ?? '' } : { text: keyOf(value), language: undefined };
}

function added(values: readonly Value[], value: Value): Value[] {
  return values.some(({ text, language }) => text === value.text && language === value.language) ? [...values] : [...values, value];
}

function shortened(address: string): string {
  const [start, prefix] = prefixes.find(([each]) => address.startsWith(each)) ?? ['', ''];
  return `${prefix}${address.slice(start.length)}`;
}

/** An address of the data set without what all have in common; any other as it is. */
const keyOf = (address: string) => (address.startsWith(BASE) ? decodeURIComponent(address.slice(BASE.length)) : address);

/** What a thing has as text in a language; `''` is text in no language. */
export const textsOf = ({ values }: Resource, property: string, language?: string): readonly string[] =>
  (values.get(property) ?? [])
    .filter((each) => each.language !== undefined && (language === undefined || each.language === language))
    .map(({ text }) => text);

/** The keys of the things that a thing leads to. */
export const linksOf = ({ values }: Resource, property: string): readonly string[] =>
  (values.get(property) ?? []).filter(({ language }) => language === undefined).map(({ text }) => text);
