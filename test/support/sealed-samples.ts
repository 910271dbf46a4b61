import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseEvent } from '../../contracts/events/read-event.ts';
import type { PersonId } from '../../domain/kernel/ids.ts';
import type { StationEvent } from '../../domain/station-event.ts';
import { must } from './test-station.ts';

/** Every event that has something sealed under a person's key; one that is new does not compile until it is here. */
type Sealed<Event extends StationEvent> = Event extends StationEvent
  ? string extends keyof Event['data']
    ? never
    : 'personal' extends keyof Event['data']
      ? Event['type']
      : never
  : never;
type Personal = Exclude<Sealed<StationEvent>, 'StaffAdded'>;

/** What each looks like in a log, in the order in which they happen. */
const personal: Readonly<Record<Personal, true>> = {
  PersonRegistered: true,
  PersonCorrected: true,
  PersonNumbered: true,
  AppointmentBooked: true,
  ConsentGiven: true,
  ConsentWithdrawn: true,
  IdentityConfirmed: true,
  ScreeningAnswered: true,
  ScreeningAnsweredAhead: true,
  ScreeningCleared: true,
  DosesElsewhereCounted: true,
  PaperDoseCorrected: true,
  DoseAdministered: true,
  DoseDrawn: true,
  DoseCorrected: true,
  DoseVoided: true,
  AdverseEventRecorded: true,
  AdverseEventReported: true,
  MessageDiscarded: true,
};
/** The details of whoever is registered first are theirs; the sample's are of a record that is there already. */
const otherwise: readonly string[] = ['PersonRegistered'];
/** The dose of the booklet in the sample of `DosesElsewhereCounted`. */
const doseOfBooklet = '019ab0c1-0000-7000-8000-0000000000f3';

const folder = path.join(import.meta.dirname, '../fixtures/events');

/** Whatever can be sealed about somebody who is registered, once each, in the order in which it happens. */
export function everythingSealed(personId: PersonId): StationEvent[] {
  const types = Object.keys(personal).filter((type) => !otherwise.includes(type));
  return types.flatMap((type) => samplesOf(type, personId));
}

/** The samples of the latest version that say something sealed, as somebody's own; each dose is one of its own. */
export function samplesOf(type: string, personId: PersonId): StationEvent[] {
  const version = Math.max(
    ...readdirSync(folder)
      .filter((file) => file.startsWith(`${type}.`))
      .map((file) => Number(file.split('.')[1])),
  );
  const { data } = JSON.parse(readFileSync(path.join(folder, `${type}.${version}.json`), 'utf8'));
  const sealed: object[] = data.filter((sample: object) => 'personal' in sample);
  return sealed.map((sample, index) => {
    const own = { ...sample, personId, ...idOf(type, index) };
    return must(parseEvent({ type, version, data: own }));
  });
}

function idOf(type: string, index: number): { doseId?: string } {
  if (type === 'PaperDoseCorrected') return { doseId: doseOfBooklet };
  return type === 'DoseAdministered' ? { doseId: `given-${index}` } : {};
}
