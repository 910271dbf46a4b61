import { type PersonExport, personExport as shape } from '../../../contracts/exports/person-export.ts';
import type { PersonId } from '../../../domain/kernel/ids.ts';
import { accept, type Result } from '../../../domain/kernel/result.ts';
import { shortNumberOf } from '../../../domain/passes/short-number.ts';
import { mayAsk, type Role } from '../../../domain/staff/roles.ts';
import { mayGiveDoses, mayReadMedical } from '../../../domain/vaccination/who-may.ts';
import type { Reads } from '../../context.ts';
import { historyOf } from '../../store/event-log/read-events.ts';
import { appointmentsOf } from '../../store/tables/appointments/appointments.ts';
import { deliveriesOf } from '../../store/tables/messages/deliveries.ts';
import { allPassesOf } from '../../store/tables/passes/passes.ts';
import { externalIdsOfDates } from '../../store/tables/people/exports.ts';
import { externalIdOf } from '../../store/tables/people/people.ts';
import { viewsOf } from '../../store/tables/staff/record-views.ts';
import { consentViews } from '../consent/consent.ts';
import { reactionsOf } from '../vaccination/adverse-events.ts';
import { doseReasonsIn } from './dose-reasons.ts';
import { knownOf } from './known-of.ts';
import { personRecord } from './person-record.ts';
import {
  clearingsIn,
  identityChecksIn,
  screeningsAheadIn,
  screeningsIn,
  unsentMessagesIn,
} from './steps-before-dose.ts';

const purpose = {
  de: 'Durchführung und Dokumentation von Schutzimpfungen (§ 22 IfSG, § 630f BGB; Art. 6 Abs. 1 lit. c, Art. 9 Abs. 2 lit. h und i DSGVO).',
  en: 'Giving and documenting vaccinations (§ 22 IfSG, § 630f BGB; GDPR Art. 6 (1) (c), Art. 9 (2) (h) and (i)).',
};

/** Everything about one person, in the shape that is promised to whoever asks (contracts/exports). */
export function personExport(
  station: Reads,
  personId: PersonId,
  roles: readonly Role[] | undefined,
): Result<PersonExport, 'person-unknown' | 'person-restricted'> {
  // The right to know what is kept does not end with a restriction: those who may open the record answer it then.
  const record = personRecord(station, personId, roles);
  if (!record.ok) return record;
  const { db, settings } = station;
  const history = historyOf(db, personId);
  const numbers = externalIdsOfDates(db, personId);
  const { doseCount } = knownOf(station, personId).shownDoses();
  const { details, versions, restriction, consents, doses, doseCorrections, paperDoseCorrections, linked } =
    record.value;
  return accept(
    shape.parse({
      format: 'impfpass-station/person',
      version: 1,
      exportedAt: station.now(),
      centre: {
        name: settings.centreName,
        address: settings.centreAddress,
        phone: settings.centrePhone,
        timeZone: settings.timeZone,
      },
      recordId: personId,
      ...originOf(station, personId),
      details,
      versions: [...versions].reverse(),
      restriction: restriction && {
        why: restriction.why,
        since: restriction.restrictedAt,
        eraseFrom: restriction.eraseFrom,
      },
      consents,
      vaccinationConsents: consentViews(db, history),
      identityChecks: identityChecksIn(db, history),
      unsentMessages: unsentMessagesIn(db, history),
      doses: doses.map(({ productName, recordedAs, entry, ...dose }) => ({
        ...dose,
        ...entry,
        product: productName,
        ...(recordedAs ? { recordedAs: recordedAs.personId } : {}),
      })),
      doseCorrections,
      paperDoseCorrections,
      ...medicalOf(station, personId, roles),
      appointments: appointmentsOf(db, personId).map((row) => ({
        startsAt: row.starts_at,
        plannedDose: row.planned_dose,
        status: row.status,
        centre: row.centre ?? undefined,
        externalId: numbers.get(row.appointment_id),
      })),
      passes: allPassesOf(db, personId).map((row) => ({
        number: shortNumberOf(row.pass_id),
        doseCount,
        isVoided: row.status === 'voided',
      })),
      deliveries: deliveriesOf(db, personId).map((row) => ({
        at: row.delivered_at,
        what: row.what,
        way: row.way,
      })),
      views: viewsOf(db, personId).map((row) => ({
        at: row.viewed_at,
        by: row.staff_name ?? undefined,
        why: row.why,
      })),
      linkedRecords: linked.map((other) => ({
        recordId: other.personId,
        name: `${other.givenName} ${other.familyName}`.trim(),
        birthDate: other.birthDate,
      })),
      purpose,
    }),
  );
}

/** What those who treat wrote, for whoever may read it. */
function medicalOf(
  station: Reads,
  personId: PersonId,
  roles: readonly Role[] | undefined,
): Pick<
  PersonExport,
  'isMedicalWithheld' | 'reactions' | 'doseReasons' | 'screenings' | 'screeningsAhead' | 'screeningClearings'
> {
  if (mayAsk(mayReadMedical, roles) !== 'yes') return { isMedicalWithheld: true };
  const reactions = reactionsOf(station, personId);
  const history = historyOf(station.db, personId);
  return {
    isMedicalWithheld: false,
    reactions: reactions.ok
      ? reactions.value.entries.map(({ dose, ...reaction }) => ({
          ...reaction,
          ...(dose ? { product: dose.productName, lot: dose.lot, givenOn: dose.givenOn } : {}),
        }))
      : [],
    doseReasons: doseReasonsIn(station.db, history),
    // Who may not answer the questions may not read them (contracts/ipc/screening-contract.ts).
    ...(mayAsk(mayGiveDoses, roles) === 'yes'
      ? {
          screenings: screeningsIn(station.db, history),
          screeningsAhead: screeningsAheadIn(history),
          screeningClearings: clearingsIn(station.db, history),
        }
      : {}),
  };
}

function originOf({ db }: Reads, personId: PersonId) {
  const registered = historyOf(db, personId).find(({ event }) => event.type === 'PersonRegistered')?.event;
  if (registered?.type !== 'PersonRegistered') throw new Error('a record without its first event');
  return { source: registered.data.source, externalId: externalIdOf(db, personId) };
}
