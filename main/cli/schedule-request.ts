import { z } from 'zod';
import { parsePlainDate } from '../../domain/kernel/plain-date.ts';
import type { CompiledBook } from '../../domain/schedules/evaluation/compiled-book.ts';
import type { Sex } from '../../domain/schedules/evaluation/schedule-book.ts';

const day = z.string('a day YYYY-MM-DD is missing').transform((text, context) => {
  const date = parsePlainDate(text);
  if (date && text >= '1850-01-01' && text <= '2200-12-31') return date;
  context.addIssue({ code: 'custom', message: `'${text}' is no day YYYY-MM-DD that can be meant` });
  return z.NEVER;
});

const sexes: Record<string, Sex> = { F: 'female', FEMALE: 'female', M: 'male', MALE: 'male' };

const code = z
  .union([z.string(), z.number()], 'a code is asked for')
  .transform((each) => String(each).trim());

const maker = z
  .string('the maker is asked for by its MVX')
  .nullish()
  .transform((text) => text?.trim().toUpperCase() ?? '');

/** The CDC's codes have three digits, of which a number loses the zeros before it. */
const observation = z.union([z.string(), z.number().transform((number) => String(number).padStart(3, '0'))]);

const finding = z.union(
  [
    observation.transform((code) => ({ code })),
    z
      .object({ code: observation, on: day.nullish() })
      .transform(({ code, on }) => ({ code, ...(on == null ? {} : { on }) })),
  ],
  'an observation code or {code, on} is asked for',
);

/**
 * One line of a batch: who, born when, evaluated on which day, with which doses and observations; vaccines by CVX and
 * MVX, or by the codes of the schedules.
 */
export const scheduleRequest = z.object(
  {
    group: z.string('the name of a group is missing'),
    born: day,
    at: day,
    sex: z
      .string('the sex is asked for as F or M')
      .nullish()
      .transform((text): Sex => sexes[text?.toUpperCase() ?? ''] ?? 'unknown'),
    history: z
      .array(finding, 'a list of observations is asked for')
      .max(200, 'there are more than 200')
      .nullish()
      .transform((list) => list ?? []),
    doses: z
      .array(
        z
          .object(
            { on: day, cvx: code.nullish(), product: code.nullish(), mvx: maker },
            'a dose {on, cvx} is asked for',
          )
          .transform(({ on, cvx, product, mvx }) => ({
            on,
            product: product ?? cvx?.padStart(2, '0') ?? '',
            ...(mvx === '' ? {} : { maker: mvx }),
          })),
        'a list of doses is asked for',
      )
      .max(200, 'there are more than 200')
      .nullish()
      .transform((list) => list ?? []),
  },
  'an object is asked for',
);

export type ScheduleRequest = z.output<typeof scheduleRequest>;

/** What cannot be in a request of the right form: a sentence, or undefined where all is well. */
export function faultOfRequest(book: CompiledBook, request: ScheduleRequest): string | undefined {
  const { born, at, doses, history } = request;
  if (at < born) return `The day ${at} that is asked about lies before the birth on ${born}.`;
  const strange = history.find(({ code }) => !book.observations.has(code));
  if (strange) return `The schedules know no observation '${strange.code}'.`;
  for (const [place, { on, product }] of doses.entries()) {
    const name = `Dose ${place + 1}`;
    if (product === '') return `${name}: the code of its vaccine is missing.`;
    if (!book.productByCode.has(product))
      return `${name}: the schedules know no vaccine with the code ${product}.`;
    if (on < born) return `${name}: ${on} lies before the birth on ${born}.`;
    if (on > at) return `${name}: ${on} lies after the day ${at} that is asked about.`;
  }
  return undefined;
}
