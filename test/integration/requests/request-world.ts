import { idOf, type LaneId, type PersonId, type StaffId, type VisitId } from '../../../domain/kernel/ids.ts';
import { type Instant, instantAt } from '../../../domain/kernel/instant.ts';
import { addDays, type PlainDate } from '../../../domain/kernel/plain-date.ts';
import type { PersonDetails } from '../../../domain/people/events.ts';
import type { Role } from '../../../domain/staff/roles.ts';
import { openDays, saveTemplate } from '../../../main/commands/appointments/open-days.ts';
import { registerPerson } from '../../../main/commands/people/register-person.ts';
import { type RecordDoseInput, recordDose } from '../../../main/commands/vaccination/record-dose.ts';
import { checkIn } from '../../../main/commands/visits/check-in.ts';
import { keepSetting } from '../../../main/store/settings.ts';
import { type AppleLikeAuthority, createAppleLikeAuthority } from '../../support/apple-like-authority.ts';
import { asking, type Read } from '../../support/asking.ts';
import { documentSignerFiles, type SignerFiles } from '../../support/document-signer-files.ts';
import { startMailServer, type TestMailServer } from '../../support/mail-server.ts';
import { aWindow, expectStaff, type TestStaff } from '../../support/staff.ts';
import { somebody } from '../../support/stock-station.ts';
import {
  aPerson,
  must,
  openTestStation,
  type TestStation,
  temporaryDirectory,
} from '../../support/test-station.ts';

export const today = '2026-11-24' as PlainDate;
const startsAt = instantAt(today, '09:00', 'Europe/Berlin');
const everything: Role[] = ['site-lead', 'screening-doctor', 'stock-keeper', 'reception', 'vaccinator'];

/** A live centre in which everything can be asked for, by two people at two windows; a third one signs in beside them. */
export interface RequestWorld {
  readonly opened: TestStation;
  readonly station: TestStation['station'];
  readonly apple: AppleLikeAuthority;
  readonly mailServer: TestMailServer;
  readonly signerFiles: SignerFiles;
  readonly lead: ReturnType<typeof aWindow>;
  readonly other: ReturnType<typeof aWindow>;
  readonly second: TestStaff;
  readonly secondSignIn: { readonly staffId: StaffId; readonly pin: string };
  /** People and staff whom a question may name instead. */
  readonly otherPerson: PersonId;
  readonly otherStaff: StaffId;
  /** Asks for something that the question under test needs. */
  act(channel: string, input?: object): Promise<Read>;
  /** Somebody new, with a date now. */
  somebody(more?: Partial<PersonDetails>): PersonId;
  /** Somebody new without a date. */
  undated(more?: Partial<PersonDetails>): PersonId;
  visit(personId?: PersonId): { personId: PersonId; visitId: VisitId };
  dose(personId?: PersonId, more?: Partial<RecordDoseInput>): { personId: PersonId; doseId: string };
  /** A place of its own at each call. */
  place(): { lane: LaneId; startsAt: Instant };
  close(): Promise<void>;
}

export async function openRequestWorld(): Promise<RequestWorld> {
  const apple = await createAppleLikeAuthority();
  const mailServer = await startMailServer();
  const parts = { mode: 'live', alsoApple: [apple.fingerprint] } as const;
  const opened = await openTestStation(temporaryDirectory(), startsAt, parts);
  const { station } = opened;
  const at = () => station;
  const [lead, other] = [aWindow(at, 'lead'), aWindow(at, 'other')];
  const leads = await expectStaff(station, 'Ada Lend', everything, '4739');
  const others = await expectStaff(station, 'Ben Ruf', everything, '5826');
  const second = await expectStaff(station, 'Dora Arzt', everything, '8264');
  const named = await expectStaff(station, 'Emil Amt', ['vaccinator'], '9163');
  await lead.signIn(leads, leads.pin);
  await other.signIn(others, others.pin);
  openPlaces(station);
  keepSetting(station.db, 'mail', mailServer.settings);
  let places = 0;
  let undated = 0;
  const day = 86_400_000;
  const signer = {
    notBefore: new Date(Date.parse(startsAt) - day),
    notAfter: new Date(Date.parse(startsAt) + 365 * day),
  };
  const world: RequestWorld = {
    opened,
    station,
    apple,
    mailServer,
    signerFiles: await documentSignerFiles(signer),
    lead,
    other,
    second,
    secondSignIn: { staffId: second.staffId, pin: second.pin },
    otherPerson: somebody(station),
    otherStaff: named.staffId,
    act: asking(at, { actor: `staff:${leads.staffId}`, roles: everything }).act,
    somebody: (more) => somebody(station, more),
    undated(more = {}) {
      undated += 1;
      const birthDate = addDays('1930-01-01' as PlainDate, undated * 41);
      const details = aPerson({ familyName: 'Ohnetermin', birthDate: birthDate as never, ...more });
      return must(registerPerson(station, 'operator', { details, source: 'desk' })).personId;
    },
    visit(personId = somebody(station)) {
      const { visitId } = must(
        checkIn(station, 'operator', { personId, via: 'search', overrides: ['no-appointment'] }),
      );
      return { personId, visitId };
    },
    dose(personId = somebody(station), more = {}) {
      const given = {
        personId,
        lot: 'L-1',
        site: 'left-upper-arm',
        consent: 'oral',
        overrides: ['not-checked-in'],
      } as const;
      const { doseId } = must(recordDose(station, 'operator', { ...given, ...more }));
      return { personId, doseId };
    },
    place() {
      places += 1;
      const on = addDays(today, 1 + Math.floor(places / 40));
      const minutes = 8 * 60 + (places % 40) * 10;
      const clock = `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
      return { lane: idOf<LaneId>('A'), startsAt: instantAt(on, clock, 'Europe/Berlin') };
    },
    async close() {
      opened.close();
      await mailServer.close();
    },
  };
  return world;
}

function openPlaces(station: TestStation['station']): void {
  const { templateId } = must(
    saveTemplate(station, 'operator', {
      name: 'Alle Tage',
      weekdays: [1, 2, 3, 4, 5, 6, 7],
      hours: [{ from: '08:00', to: '17:00' }],
      slotMinutes: 10,
      lanes: [{ lane: idOf<LaneId>('A'), capacity: 50 }],
    }),
  );
  must(openDays(station, 'operator', { templateId, from: today, to: addDays(today, 60) }));
}
