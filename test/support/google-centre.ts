import { type AppointmentId, idOf, type PersonId, type StaffId } from '../../domain/kernel/ids.ts';
import { addMinutes, type Instant } from '../../domain/kernel/instant.ts';
import {
  type GoogleSimulator,
  startGoogleSimulator,
} from '../../issuing/google/simulated/start-simulator.ts';
import { cancelAppointment } from '../../main/commands/appointments/cancel-appointment.ts';
import { recordDose } from '../../main/commands/vaccination/record-dose.ts';
import { setGoogleWallet } from '../../main/commands/wallets/set-google-wallet.ts';
import { drainOutbox } from '../../main/outbox/drain-outbox.ts';
import { appointmentsOf } from '../../main/store/tables/appointments/appointments.ts';
import { passOf } from '../../main/store/tables/passes/passes.ts';
import { asking, type Read } from './asking.ts';
import { testGoogleAccount, testIssuerId } from './google-account.ts';
import { must, openTestStation, type TestStation, temporaryDirectory } from './test-station.ts';

export const googleStartsAt = '2026-11-23T09:00:00.000Z' as Instant;

/** A centre and a Google beside it that knows the centre's account. */
export async function openGoogleCentre(): Promise<{ opened: TestStation; google: GoogleSimulator }> {
  const { account } = testGoogleAccount();
  const google = await startGoogleSimulator();
  google.register({ mail: account.mail, key: account.key }, testIssuerId);
  const parts = { googleEndpoints: google.endpoints };
  return { google, opened: await openTestStation(temporaryDirectory(), googleStartsAt, parts) };
}

/** What is done and looked at in such a centre. */
export function googleCentre(opened: () => TestStation, google: () => GoogleSimulator) {
  const { ask, act } = asking(() => opened().station, { roles: ['site-lead', 'reception'] });
  const passIdOf = (personId: PersonId) => {
    const pass = passOf(opened().station.db, personId);
    if (!pass) throw new Error('no pass');
    return pass.pass_id;
  };
  const objectOf = (personId: PersonId): Read =>
    google().state.objects.get(`${testIssuerId}.${passIdOf(personId)}`);
  const drain = () => drainOutbox(opened().station);
  return {
    ask,
    act,
    useGoogle: (more: Partial<Parameters<typeof setGoogleWallet>[2]> = {}) => {
      const wish = {
        issuerId: testIssuerId,
        accountFile: testGoogleAccount().file,
        mode: 'neutral',
        cardsFor: 'every-pass',
      } as const;
      return setGoogleWallet(opened().station, 'operator', { ...wish, ...more });
    },
    passIdOf,
    objectOf,
    /** A neutral card tells the next date, and no dose. */
    isDateOpen: (personId: PersonId) => objectOf(personId).header.defaultValue.value !== 'Kein Termin offen',
    give: (personId: PersonId) =>
      must(
        recordDose(opened().station, 'operator', {
          personId,
          lot: 'L-1',
          site: 'left-upper-arm',
          consent: 'oral',
          overrides: ['not-checked-in', 'dose-already-today', 'too-early', 'series-complete'],
          approval: { reason: 'given twice for this test', approvedBy: idOf<StaffId>('staff-1') },
        }),
      ),
    cancel: (personId: PersonId) =>
      must(
        cancelAppointment(opened().station, 'operator', {
          personId,
          appointmentId: appointmentsOf(opened().station.db, personId)[0]?.appointment_id as AppointmentId,
          reason: 'asked',
        }),
      ),
    drain,
    /** Everything that waits for a later moment is due now. */
    later: () => {
      opened().clock.now = addMinutes(opened().clock.now, 61);
      return drain();
    },
  };
}
