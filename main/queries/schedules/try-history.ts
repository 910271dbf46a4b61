import type { ChannelOutput } from '../../../contracts/ipc/station-contract.ts';
import type { PlainDate } from '../../../domain/kernel/plain-date.ts';
import { accept, type Result, refuse } from '../../../domain/kernel/result.ts';
import type { PersonHistory } from '../../../domain/schedules/evaluation/assessment.ts';
import { compileBook } from '../../../domain/schedules/evaluation/compile-book.ts';
import { evaluateGroup } from '../../../domain/schedules/evaluation/evaluate-group.ts';
import {
  evaluationSentence,
  seriesSentence,
  verdictSentence,
} from '../../../domain/schedules/evaluation/evaluation-sentences.ts';
import { germanSchedules } from '../../../domain/schedules/german/german-schedules.ts';
import { historyFault } from '../../../domain/schedules/words/history-fault.ts';

/** What one schedule says of a history on a day, or the sentence about what cannot be right in it. */
export function tryHistory(
  bookName: string,
  person: PersonHistory,
  at: PlainDate,
): Result<ChannelOutput<'schedules.try'>, 'schedule-unknown'> {
  const book = germanSchedules.find((known) => known.book === bookName);
  if (!book) return refuse('schedule-unknown');
  const fault = historyFault(book, person, at);
  if (fault) return accept({ kind: 'fault', sentence: fault });
  const compiled = compileBook(book);
  const [group] = compiled.groups.values();
  if (!group) return refuse('schedule-unknown');
  const evaluation = evaluateGroup(compiled, group, person, at);
  return accept({
    kind: 'evaluated',
    doses: evaluation.doses.map((verdict) => ({
      status: verdict.status,
      sentence: verdictSentence(verdict),
    })),
    series: seriesSentence(evaluation.series),
    ...(evaluation.next === undefined ? {} : { next: evaluation.next }),
    sentence: evaluationSentence(evaluation),
  });
}
