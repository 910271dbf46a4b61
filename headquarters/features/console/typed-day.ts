import { z } from 'zod';
import { plainDateAt } from '../../../domain/kernel/instant.ts';
import type { PlainDate } from '../../../domain/kernel/plain-date.ts';
import { readTypedDate } from '../../../domain/kernel/read-typed-date.ts';
import type { Headquarters } from '../../headquarters.ts';
import { centreOf } from '../../store/centres.ts';

/** A day as an operator types it: in the language of the page, and not in that of the browser. */
export function typedDay(today: PlainDate) {
  return z
    .string()
    .max(40)
    .transform((text, context) => {
      const typed = readTypedDate(text, today);
      if (typed.kind === 'date') return typed.date;
      context.addIssue({ code: 'custom', message: 'no such day' });
      return z.NEVER;
    });
}

/** What day it is in a centre. */
export async function todayIn({ databases, now }: Headquarters, centreId: string): Promise<PlainDate> {
  const centre = await centreOf(databases.app, centreId);
  return plainDateAt(now(), centre?.timeZone ?? 'UTC');
}
