import { CENTRE_STREAM } from '../../../domain/appointments/slot-events.ts';
import { openVisitOn } from '../../../domain/appointments/visits.ts';
import { type ConsentHold, decideConsentWithDose } from '../../../domain/consent/decide-consent.ts';
import { consentAge } from '../../../domain/consent/who-consents.ts';
import { ageOn } from '../../../domain/kernel/age.ts';
import {
  type AppointmentId,
  type ConsentId,
  type DoseId,
  idOf,
  type PersonId,
  type ProductId,
  type StaffId,
} from '../../../domain/kernel/ids.ts';
import { plainDateAt } from '../../../domain/kernel/instant.ts';
import type { PlainDate } from '../../../domain/kernel/plain-date.ts';
import { accept, type Result, refuse } from '../../../domain/kernel/result.ts';
import type { KnownPerson } from '../../../domain/known-person.ts';
import { secondRecordWarnings } from '../../../domain/people/second-record.ts';
import { isSameSeries } from '../../../domain/products/catalogue.ts';
import { ageWarning } from '../../../domain/products/product.ts';
import type { ScreeningHold } from '../../../domain/screening/screening.ts';
import type { Actor } from '../../../domain/staff/actor.ts';
import type { DrawRefusal } from '../../../domain/stock/draw-dose.ts';
import { lotStreamOf } from '../../../domain/stock/events.ts';
import { usableDay } from '../../../domain/stock/lot-state.ts';
import type { DoseWarning } from '../../../domain/vaccination/events.ts';
import type { Indication } from '../../../domain/vaccination/indication.ts';
import type { InjectionSite } from '../../../domain/vaccination/injection.ts';
import { observeAfterDose, planObservation } from '../../../domain/vaccination/observation.ts';
import type { ObservationMinutes } from '../../../domain/vaccination/observation-events.ts';
import { type AdministerRefusal, decideAdminister } from '../../../domain/vaccination/vaccination.ts';
import type { Writes } from '../../context.ts';
import { knownFrom, seriesOf, withSeries } from '../../histories/person-history.ts';
import { consentsFrom } from '../../queries/consent/consent.ts';
import { identityHold } from '../../queries/identity/identity.ts';
import { secondRecords } from '../../queries/people/second-records.ts';
import { productOfKnown } from '../../queries/products/product-of-person.ts';
import { screeningHold } from '../../queries/screening/screening.ts';
import { earlierReactions } from '../../queries/vaccination/earlier-reactions.ts';
import { keepLastLot, knownExpiry } from '../../queries/vaccination/last-lot.ts';
import { historyOf } from '../../store/event-log/read-events.ts';
import { consentSetting } from '../../store/tables/consent/consent-kinds.ts';
import { linkedSetOf } from '../../store/tables/people/person-links.ts';
import { vialCodes } from '../../store/tables/products/vial-codes.ts';
import { dosesOfSet } from '../../store/tables/vaccination/doses.ts';
import { runCommand, type StreamEvents } from '../run-command.ts';
import { sourceOfDose, type VialOfDose } from '../stock/source-of-dose.ts';

export interface RecordDoseInput {
  readonly requestId?: string;
  readonly personId: PersonId;
  readonly lot: string;
  readonly expiresOn?: PlainDate;
  readonly site: InjectionSite;
  readonly overrides: readonly DoseWarning[];
  /** GTIN or PZN of the vial, where one was scanned. */
  readonly productCode?: string;
  /** Which dose it was when the person at the desk confirmed it. */
  readonly seenOrdinal?: number;
  /** Of which vaccine it was then. */
  readonly seenProductId?: ProductId;
  /** Why the person is vaccinated. */
  readonly indication?: Indication;
  /** Longer under observation than is usual for vaccine and person. */
  readonly observationMinutes?: ObservationMinutes;
  /** In spite of a grave warning: why, and who agreed. */
  readonly approval?: { readonly reason: string; readonly approvedBy: StaffId };
  /** The person consented with these words: it is recorded with the dose, unless they did before. */
  readonly consent?: 'oral';
  /** Which vial it came from, and what is known against that; without, it is found by the lot. */
  readonly vial?: VialOfDose;
}

export type RecordDoseRefusal =
  | AdministerRefusal
  | DrawRefusal
  | ScreeningHold
  | ConsentHold
  | 'identity-unconfirmed'
  | 'person-unknown'
  | 'vial-of-other-product';

/** Records a dose: the count rises by one, and the appointment counts as attended. */
export function recordDose(
  station: Writes,
  actor: Actor,
  input: RecordDoseInput,
): Result<{ doseId: DoseId }, RecordDoseRefusal> {
  const {
    requestId,
    productCode,
    seenProductId,
    vial: vialOfDose,
    observationMinutes,
    consent,
    ...dose
  } = input;
  return runCommand(station, { name: 'record-dose', actor, requestId }, () => {
    const history = historyOf(station.db, dose.personId);
    const known = knownFrom(history);
    if (known.person.status !== 'registered') return refuse('person-unknown');
    const people = linkedSetOf(station.db, dose.personId);
    const series = seriesOf(station.db, people);
    const { product, schedule } = productOfKnown(station, withSeries(station.db, dose.personId, known));
    const { productId } = product;
    if (seenProductId !== undefined && seenProductId !== productId) return refuse('doses-changed');
    const code = vialLearned(station, productId, productCode);
    if (!code.ok) return code;
    const now = station.now();
    const today = plainDateAt(now, station.settings.timeZone);
    const doseId = idOf<DoseId>(station.newId());
    const age = ageWarning(product, ageOn(known.person.details.birthDate, today));
    const lot = dose.lot.trim();
    const source = sourceOfDose(station, { productId, lot }, vialOfDose);
    // A lot is as old as it is known to be, whatever is left out of the form.
    const told = dose.expiresOn ?? knownExpiry(station.db, productId, lot);
    const expiresOn = usableDay(source.lot, told);
    const second = secondRecords(station, dose.personId);
    const facts = visitFacts(known, productId, today);
    const consented = decideConsentWithDose(
      consentsFrom(history),
      consentSetting(station.db),
      consentAge(known.person.details.birthDate, today),
      {
        consentId: idOf<ConsentId>(station.newId()),
        personId: dose.personId,
        visitId: facts.visitId,
        productId,
        isSaid: consent === 'oral',
      },
    );
    const consentId = consented.ok ? consented.value.consentId : undefined;
    const decided = decideAdminister(
      series,
      {
        ...dose,
        ...(expiresOn ? { expiresOn } : {}),
        doseId,
        productId,
        route: product.route,
        amountMl: product.amountMl,
        today,
        vaccinator: actor,
        ...(age ? { age } : {}),
        reactions: earlierReactions(station, people, series.doses, productId),
        ofSecondRecord: secondRecordWarnings(series.doses, second, schedule, today),
        ...facts,
        ...(consentId ? { consentId } : {}),
      },
      schedule,
    );
    if (!decided.ok) return decided;
    const hold =
      identityHold(station.db, history, facts.visitId) ?? screeningHold(station.db, history, facts.visitId);
    if (hold) return refuse(hold);
    const { personId, approval } = dose;
    if (!consented.ok) return consented;
    const draw = source.draw({ doseId, personId, ...(approval ? { approval } : {}) });
    if (!draw.ok) return draw;
    const { drawn, opened } = draw.value;
    const hasReacted = dosesOfSet(station.db, people).some((given) => given.has_reacted === 1);
    const observed = observeAfterDose(known.appointments, personId, today, {
      ...planObservation(product, { hasReacted }, observationMinutes),
      startsAt: now,
    });
    const vialId = drawn[0]?.data.vialId;
    keepLastLot(station.db, productId, {
      lot,
      ...(told ? { expiresOn: told } : {}),
      ...(vialId ? { vialId } : {}),
    });
    return accept({
      stream: personId,
      events: [...consented.value.events, ...decided.value, ...drawn, ...observed],
      known,
      also: [...code.value, { stream: lotStreamOf({ productId, lot }), events: opened }],
      value: { doseId },
    });
  });
}

/** The visit of today, and the date of this vaccine that is kept by it. */
function visitFacts({ appointments }: KnownPerson, productId: ProductId, today: PlainDate) {
  const visit = openVisitOn(appointments.visits, today);
  const kept = appointments.appointments.filter(
    (date) =>
      isSameSeries(date.productId, productId) &&
      (date.appointmentId === visit?.appointmentId || (date.day === today && date.status === 'booked')),
  );
  const date = kept.find(({ appointmentId }) => appointmentId === visit?.appointmentId) ?? kept[0];
  const appointmentId: AppointmentId | undefined = visit && date?.appointmentId;
  return {
    ...(visit ? { visitId: visit.visitId } : {}),
    ...(appointmentId ? { appointmentId } : {}),
  };
}

/** The next vial with this code is one of the known product; one that is known as another is not given. */
function vialLearned(
  { db }: Writes,
  productId: ProductId,
  code: string | undefined,
): Result<StreamEvents[], 'vial-of-other-product'> {
  const known = code === undefined ? productId : vialCodes(db).get(code);
  if (code === undefined || known === productId) return accept([]);
  if (known !== undefined) return refuse('vial-of-other-product');
  const learned = { type: 'VialCodeLearned' as const, version: 1 as const, data: { productId, code } };
  return accept([{ stream: CENTRE_STREAM, events: [learned] }]);
}
