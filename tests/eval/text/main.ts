import { asText } from '../../bench/table.js';
import { scored, sentencesOf, share } from './score.js';

/** `npm run eval:text`: how well texts are read for the terms of the taxonomy, by facet, on the sentences the reader was made with and on those kept back. */
for (const part of ['dev', 'held'] as const) {
  const sentences = sentencesOf(part);
  const rows = [...scored(sentences)].map(([group, score]) => [
    group,
    String(score.found + score.missed),
    percent(share(score.found, score.missed)),
    percent(share(score.found, score.wrong)),
    percent(share(score.intense, score.found - score.intense)),
    percent(share(score.denied, score.undenied)),
    percent(share(score.denied, score.wronglyDenied)),
  ]);
  console.log(`\n${part}: ${sentences.length} sentences`);
  console.log(asText(['', 'said', 'recall', 'precision', 'intensity', 'denials: recall', 'precision'], rows));
}

function percent(part: number): string {
  return Number.isNaN(part) ? '' : `${Math.round(part * 100)} %`;
}
