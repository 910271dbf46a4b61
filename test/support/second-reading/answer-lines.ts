import { readFileSync } from 'node:fs';
import { compileBook } from '../../../domain/schedules/evaluation/compile-book.ts';
import type { CompiledBook } from '../../../domain/schedules/evaluation/compiled-book.ts';
import { answerScheduleLine } from '../../../main/cli/schedule-answer.ts';
import { readSupportingData } from '../../../main/schedules/cdsi/read-supporting-data.ts';
import { sharedData } from '../shared-data.ts';
import type { Case } from './patient.ts';
import type { Status } from './read-series.ts';

/** A published case, with what the CDC expects of it. */
export interface PublishedCase extends Case {
  readonly expected: { readonly series: string; readonly earliest?: string; readonly recommended?: string };
}

/** What the batch answers, as far as the published cases judge it. */
export interface JudgedAnswer {
  readonly doses: readonly Status[];
  readonly series: string | undefined;
  readonly earliest: string | undefined;
  readonly recommended: string | undefined;
}

export function readPublishedCases(): PublishedCase[] {
  return readFileSync(sharedData('cdsi', 'cases.ndjson'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
}

export async function readPublishedBook(): Promise<CompiledBook> {
  const read = await readSupportingData(sharedData('cdsi', 'supporting-data'));
  if (!read.ok) throw new Error(read.refusal);
  return compileBook(read.value);
}

interface Line {
  readonly doses?: readonly { readonly status: Status }[];
  readonly series?: string;
  readonly next?: { readonly earliest: string; readonly recommended: string };
}

/** Answers a case as a line of a batch. */
export function answered(book: CompiledBook, one: Case): JudgedAnswer {
  const { doses = [], series, next }: Line = answerScheduleLine(book, JSON.stringify(one));
  return {
    doses: doses.map(({ status }) => status),
    series,
    earliest: next?.earliest,
    recommended: next?.recommended,
  };
}
