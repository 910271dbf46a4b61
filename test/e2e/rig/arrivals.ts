import type { PassId, PersonId } from '../../../domain/kernel/ids.ts';
import { addMinutes, type Instant, instantOf } from '../../../domain/kernel/instant.ts';
import type { BirthDate, PlainDate } from '../../../domain/kernel/plain-date.ts';
import { decideVoidPass } from '../../../domain/passes/pass.ts';
import { createPassBarcode } from '../../../issuing/barcode/pass-barcode.ts';
import { cancelAppointment } from '../../../main/commands/appointments/cancel-appointment.ts';
import { restrictPerson } from '../../../main/commands/people/restrict-person.ts';
import { recordDose } from '../../../main/commands/vaccination/record-dose.ts';
import { checkIn } from '../../../main/commands/visits/check-in.ts';
import { commit } from '../../../main/commit/commit.ts';
import { loadPerson } from '../../../main/histories/person-history.ts';
import { passFacts } from '../../../main/queries/passes/pass-facts.ts';
import type { Station } from '../../../main/station.ts';
import { appointmentsOf } from '../../../main/store/tables/appointments/appointments.ts';
import { passOf } from '../../../main/store/tables/passes/passes.ts';
import { aPerson, expectPerson, must, openTestStation } from '../../support/test-station.ts';

const DAY = 24 * 60;

/** Passes that the desk must evaluate each in its own way, in a centre that is written to `dir`. */
export interface Arrivals {
  readonly expected: string;
  readonly wrongDay: string;
  readonly withoutDate: string;
  readonly tooEarly: string;
  readonly complete: string;
  readonly voided: string;
  readonly restricted: string;
  /** Genuine, with two doses, of a centre whose people are not known here. */
  readonly unknownHere: string;
  /** Right in form; no station of the network made it. */
  readonly forged: string;
  /** Tagged under a key that this station does not hold. */
  readonly otherKey: string;
}

export const holder = {
  givenName: 'Jürgen',
  familyName: 'Groß',
  birthDate: '1958-11-11' as BirthDate,
} as const;

/** A centre without a window, where somebody stands for each case. */
export async function prepareArrivals(dir: string): Promise<Arrivals> {
  const now = instantOf(Date.now());
  const { station, clock, close } = await openTestStation(dir, now);
  const daysAgo = (days: number) => addMinutes(now, -days * DAY);
  const named = (familyName: string) => aPerson({ familyName });
  const dosesOn = (familyName: string, ...days: number[]): PersonId => {
    clock.now = daysAgo(days[0] ?? 0);
    const personId = expectPerson(station, named(familyName));
    for (const day of days) vaccinate(station, clock, personId, daysAgo(day));
    clock.now = now;
    return personId;
  };
  try {
    expectPerson(station, aPerson(holder));
    const voided = expectPerson(station, named('Gesperrt'));
    const restricted = expectPerson(station, named('Eingeschränkt'));
    const arrivals = {
      expected: barcodeOf(station, expectPerson(station, named('Erwartet'))),
      wrongDay: barcodeOf(station, expectPerson(station, named('Andertag'), addMinutes(now, 3 * DAY))),
      withoutDate: barcodeOf(station, cancelled(station, 'Terminlos')),
      tooEarly: barcodeOf(station, dosesOn('Zufrüh', 3)),
      complete: barcodeOf(station, dosesOn('Fertig', 50, 25)),
      voided: barcodeOf(station, voided),
      restricted: barcodeOf(station, restricted),
      ...foreignBarcodes(station, now),
    };
    voidPassOf(station, voided);
    must(restrictPerson(station, 'operator', { personId: restricted, why: 'objection' }));
    return arrivals;
  } finally {
    close();
  }
}

function cancelled(station: Station, familyName: string): PersonId {
  const personId = expectPerson(station, aPerson({ familyName }));
  for (const { appointment_id } of appointmentsOf(station.db, personId))
    must(
      cancelAppointment(station, 'operator', { personId, appointmentId: appointment_id, reason: 'asked' }),
    );
  return personId;
}

function vaccinate(station: Station, clock: { now: Instant }, personId: PersonId, at: Instant): void {
  clock.now = at;
  must(checkIn(station, 'operator', { personId, via: 'search', overrides: ['no-appointment'] }));
  must(
    recordDose(station, 'operator', {
      personId,
      lot: 'LOT-1',
      site: 'left-upper-arm',
      consent: 'oral',
      overrides: [],
    }),
  );
}

function voidPassOf(station: Station, personId: PersonId): void {
  const events = must(decideVoidPass(loadPerson(station.db, personId).pass, 'lost'));
  const at = { stream: personId, actor: 'operator', occurredAt: station.now() };
  commit(
    station,
    events.map((event) => ({ ...at, event })),
  );
}

export function barcodeOf(station: Station, personId: PersonId): string {
  const pass = passOf(station.db, personId);
  const facts = pass && passFacts(station, pass);
  if (!facts) throw new Error('nobody has no pass here');
  return facts.barcode;
}

function foreignBarcodes(
  { barcodeKeys: { current }, randomBytes }: Station,
  now: Instant,
): Pick<Arrivals, 'unknownHere' | 'forged' | 'otherKey'> {
  const passId = Buffer.from(randomBytes(10)).toString('hex').toUpperCase() as PassId;
  const lastDoseOn = now.slice(0, 10) as PlainDate;
  const fields = { passId, doseCount: 2, lastDoseOn, identity: aPerson() };
  const secret = randomBytes(32);
  return {
    unknownHere: must(createPassBarcode(current, fields)),
    forged: must(createPassBarcode({ ...current, secret }, fields)),
    otherKey: must(createPassBarcode({ keyId: (current.keyId + 1) % 16, secret }, fields)),
  };
}
