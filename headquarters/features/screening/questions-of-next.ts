import type { AppointmentId } from '../../../domain/kernel/ids.ts';
import { plainDateAt } from '../../../domain/kernel/instant.ts';
import { questionsAhead } from '../../../domain/screening/decide-ahead.ts';
import { aheadOf } from '../../../domain/screening/screening.ts';
import type { Headquarters } from '../../headquarters.ts';
import type { Centre } from '../../store/centres.ts';
import { inCentre } from '../../store/open-databases.ts';
import { openAppointmentsOf } from '../messages/open-appointments.ts';
import type { KnownPerson } from '../passes/person-history.ts';
import { screeningOf } from './answer-ahead.ts';
import { askedBefore } from './asked-ahead.ts';

export interface QuestionsOfNext {
  readonly appointmentId: AppointmentId;
  readonly isAnswered: boolean;
}

/** Whether the questions before a dose can be answered for the next date, and were; those of later ones wait for it. */
export async function questionsOfNext(
  headquarters: Headquarters,
  centre: Centre,
  known: KnownPerson,
): Promise<QuestionsOfNext | undefined> {
  const today = plainDateAt(headquarters.now(), centre.timeZone);
  // One that was missed stays open until the desk says so.
  const next = openAppointmentsOf(known).find(({ day }) => day >= today);
  if (!next) return undefined;
  const { appointmentId } = next;
  const active = await inCentre(headquarters.databases.app, centre.id, (db) => askedBefore(db, centre.id));
  const asked = questionsAhead({ active, dates: [next], today }, appointmentId);
  if (!asked.ok) return undefined;
  return { appointmentId, isAnswered: aheadOf(screeningOf(known), appointmentId) !== undefined };
}

/** Below the private page of somebody: where the questions for that date are answered. */
export function questionsPath(privatePage: string, appointmentId: string): string {
  return `${privatePage}/dates/${appointmentId}/questions`;
}
