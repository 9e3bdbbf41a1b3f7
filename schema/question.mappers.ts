import type { Page } from '../src/graph/reader.js';
import type { EdgesOf, RecordOf, Row } from '../src/graph/records.js';

export type OpenQuestionMapper = RecordOf<'SourceRecord'>;
export type QuestionCandidateMapper = Row<EdgesOf<'SourceRecord'>['candidates']>;
export type OpenQuestionConnectionMapper = Page<'Query', 'openQuestions'>;
export type DecideQuestionPayloadMapper = RecordOf<'Edit'>;
