import { DCT, RDFS, SKOS } from '../../../src/skos/vocabulary.js';
import type { Node } from './nodes.js';

const properties = [`${SKOS}prefLabel`, `${DCT}title`, 'http://purl.org/dc/elements/1.1/title', `${RDFS}label`];

/** What a scheme, a collection or a source is called, in English where it is; undefined where nobody has said. */
export function titleIn(node: Node): string | undefined {
  const titles = properties.flatMap((property) => node.texts(property));
  const best = titles.find(({ language }) => language === 'en') ?? titles.find(({ language }) => language === null) ?? titles[0];
  return best?.text;
}

/** Whether it has a name only within its document. */
export const isBlank = (id: string) => id.startsWith('_:');

/** What it is called, else the last part of its IRI. */
export function nameOf(node: Node): string | undefined {
  const last = isBlank(node.id) ? undefined : /([^/#:]+)[/#]?$/.exec(node.id)?.[1];
  return titleIn(node) ?? last;
}
