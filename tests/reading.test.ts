import { expect, test } from '@jest/globals';
import { scored, sentencesOf, share } from './eval/text/score.js';

test.each(['dev', 'held'] as const)('sentences are read about as well as the README says (%s)', (part) => {
  const all = scored(sentencesOf(part)).get('all');
  if (!all) throw new Error('Nothing was read.');
  expect(share(all.found, all.missed)).toBeGreaterThan(0.8);
  expect(share(all.found, all.wrong)).toBeGreaterThan(0.65);
  expect(share(all.denied, all.undenied)).toBeGreaterThan(0.6);
  expect(share(all.intense, all.found - all.intense)).toBeGreaterThan(0.9);
});
