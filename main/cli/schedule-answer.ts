import { readJson } from '../../domain/kernel/read-json.ts';
import type { PersonHistory } from '../../domain/schedules/evaluation/assessment.ts';
import type { CompiledBook, CompiledGroup } from '../../domain/schedules/evaluation/compiled-book.ts';
import { evaluateGroup, type GroupEvaluation } from '../../domain/schedules/evaluation/evaluate-group.ts';
import { groupNamed } from '../schedules/cdsi/group-names.ts';
import { reasonWords, seriesWords, statusWords } from '../schedules/cdsi/status-words.ts';
import { faultOfRequest, type ScheduleRequest, scheduleRequest } from './schedule-request.ts';

/** What one line asks for, evaluated in CDSi's words; `{id, error}` with one sentence where it cannot be evaluated. */
export function answerScheduleLine(book: CompiledBook, line: string | undefined): object {
  if (line === undefined) return { error: 'This line is too long.' };
  const value = readJson(line);
  if (value === undefined) return { error: 'This line is not JSON.' };
  const id = typeof value === 'object' && value !== null && 'id' in value ? { id: value.id } : {};
  const parsed = scheduleRequest.safeParse(value);
  if (!parsed.success) return { ...id, error: sentenceOf(parsed.error.issues[0]) };
  const request = parsed.data;
  const group = groupNamed(book, request.group);
  if (!group) return { ...id, error: `There are no schedules for '${request.group}'.` };
  const fault = faultOfRequest(book, request);
  if (fault !== undefined) return { ...id, error: fault };
  return { ...id, ...answer(evaluate(book, group, request)) };
}

function evaluate(book: CompiledBook, group: CompiledGroup, request: ScheduleRequest): GroupEvaluation {
  const person: PersonHistory = {
    bornOn: request.born,
    sex: request.sex,
    observations: request.history,
    doses: request.doses,
  };
  return evaluateGroup(book, group, person, request.at);
}

function answer({ doses, series, next }: GroupEvaluation): object {
  return {
    doses: doses.map(({ status, reason }) => ({
      status: statusWords[status],
      ...(reason === undefined ? {} : { reason: reasonWords[reason] }),
    })),
    series: seriesWords[series],
    ...(next === undefined
      ? {}
      : {
          next: {
            dose: String(next.dose),
            earliest: next.earliest,
            recommended: next.recommended,
            ...(next.pastDue === undefined ? {} : { pastDue: next.pastDue }),
          },
        }),
  };
}

function sentenceOf(issue: { path: PropertyKey[]; message: string } | undefined): string {
  const place = issue?.path.join('.') ?? '';
  return `${place === '' ? 'This line' : place}: ${issue?.message ?? 'not as it is asked for'}.`;
}
