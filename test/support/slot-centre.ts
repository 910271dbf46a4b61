import { idOf, type LaneId, type PersonId } from '../../domain/kernel/ids.ts';
import { type Instant, instantAt, plainDateAt } from '../../domain/kernel/instant.ts';
import { addDays, type PlainDate } from '../../domain/kernel/plain-date.ts';
import { openDays, saveTemplate } from '../../main/commands/appointments/open-days.ts';
import { registerPerson } from '../../main/commands/people/register-person.ts';
import type { Station } from '../../main/station.ts';
import { asking } from './asking.ts';
import { aPerson, must, openTestStation, type TestStation, temporaryDirectory } from './test-station.ts';

/** The day after the one on which the centre is opened. */
export const slotDay = '2026-11-24' as PlainDate;
export const slotCentreOpens = '2026-11-23T09:00:00.000Z' as Instant;
const laneA = idOf<LaneId>('A');

/** A centre with one lane that has two slots a day, each with one place. */
export async function openSlotCentre(dir = temporaryDirectory()): Promise<TestStation> {
  const opened = await openTestStation(dir, slotCentreOpens);
  openSlots(opened.station);
  return opened;
}

/** The same lane of any station, from its present day on. */
export function openSlots(station: Station): void {
  const { templateId } = must(
    saveTemplate(station, 'operator', {
      name: 'Probe',
      weekdays: [1, 2, 3, 4, 5, 6, 7],
      hours: [{ from: '09:00', to: '09:20' }],
      slotMinutes: 10,
      lanes: [{ lane: laneA, capacity: 1 }],
    }),
  );
  const from = plainDateAt(station.now(), station.settings.timeZone);
  must(openDays(station, 'operator', { templateId, from, to: addDays(from, 61) }));
}

export function slot(on: PlainDate, clock: string): { lane: LaneId; startsAt: Instant } {
  return { lane: laneA, startsAt: instantAt(on, clock, 'Europe/Berlin') };
}

/** A desk of that centre, where somebody is signed in who may do everything with dates. */
export function slotDesk(station: () => Station) {
  const { ask, act } = asking(station, { actor: 'staff:desk', roles: ['site-lead', 'reception'] });
  return {
    ask,
    act,
    someone: (givenName: string): PersonId => {
      const details = aPerson({ givenName, email: `${givenName.toLowerCase()}@example.invalid` });
      return must(registerPerson(station(), 'operator', { details, source: 'desk' })).personId;
    },
    book: (personId: PersonId, ...dates: { lane: LaneId; startsAt: Instant }[]) =>
      act('appointments.book', {
        personId,
        dates: dates.map((date, index) => ({ plannedDose: index + 1, ...date })),
      }),
  };
}
