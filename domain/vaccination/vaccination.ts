import type { AppointmentId, DoseId, ProductId, StaffId } from '../kernel/ids.ts';
import type { PlainDate } from '../kernel/plain-date.ts';
import { accept, type Result, refuse } from '../kernel/result.ts';
import type { DoseState } from '../passes/pass.ts';
import { type Course, courseOn, isOfCourse } from '../products/course.ts';
import type { AgeWarning } from '../products/product.ts';
import { warningsByBook } from '../schedules/due-by-book.ts';
import { type Schedule, seriesIsComplete, windowOfDose } from '../schedules/schedule.ts';
import type { RecordedEvent } from '../station-event.ts';
import { correctedFacts, type DoseEntry, entryOf, withFacts } from './dose-entry.ts';
import { type ReactionFinding, reactionWarnings } from './earlier-reactions.ts';
import type { AdministeredDose, DoseAdministered, DosesElsewhereCounted, DoseWarning } from './events.ts';
import { isGrave } from './grave-warnings.ts';
import type { Indication } from './indication.ts';
import { isLot } from './lot.ts';
import { replacedAmong } from './replaced-doses.ts';
import type { VoidReason } from './void-reason.ts';

export interface GivenDose {
  readonly doseId: DoseId;
  readonly productId: ProductId;
  readonly appointmentId?: AppointmentId;
  readonly ordinal: number;
  readonly givenOn: PlainDate;
  readonly isVoided: boolean;
  readonly voidedFor?: VoidReason;
  /** The vaccine it was recorded with at first, where it turned out to be another. */
  readonly recordedAs?: ProductId;
  /** What can be corrected; absent for one given elsewhere. */
  readonly entry?: DoseEntry;
  /** Proven by a certificate, not given here. */
  readonly isElsewhere?: boolean;
  /** What was read in a booklet; the page is empty where its key is not here. */
  readonly paper?: { readonly page: string; readonly productName: string; readonly lot?: string };
  /** False where the day is the latest that it can have been. */
  readonly isDayKnown?: boolean;
  /** The dose that was merely counted before and turned out to be this one. */
  readonly replaces?: DoseId;
}

/** As much of a dose as is needed to count it. */
type CountedDose = Pick<GivenDose, 'productId' | 'givenOn' | 'isVoided'>;

/** One person's doses, voided ones included: a recorded dose is never forgotten. */
export interface VaccinationState {
  readonly doses: readonly GivenDose[];
  /** Those in whose place another one stands: each counts again once that one is voided. */
  readonly replaced?: readonly GivenDose[];
}

export const noDoses: VaccinationState = { doses: [] };

/** What the vaccinator says; the place in the series and the day follow from it. */
export type AdministerDose = Omit<AdministeredDose, 'ordinal' | 'givenOn'> & {
  readonly today: PlainDate;
  /** What the product's age limits have against this person. */
  readonly age?: AgeWarning;
  /** How the person reacted to earlier doses. */
  readonly reactions?: readonly ReactionFinding[];
  /** What there is against it if another record with the same name and birth date is of the same person. */
  readonly ofSecondRecord?: readonly DoseWarning[];
  /** Which dose it was when the person at the desk confirmed it; absent where nobody looked at a screen. */
  readonly seenOrdinal?: number;
  /** Why the person is vaccinated; absent where nobody said so. */
  readonly indication?: Indication;
  /** Only with this is a dose given in spite of a grave warning. */
  readonly approval?: { readonly reason: string; readonly approvedBy: StaffId };
};

export type AdministerRefusal =
  | DoseWarning
  | 'person-died'
  | 'doses-changed'
  | 'lot-missing'
  | 'lot-invalid'
  | 'dose-reason-missing';

/**
 * A warning is refused until the desk overrides it knowingly; the override stays in the record. A grave one is never
 * overridden by one person alone, whatever they send.
 */
export function decideAdminister(
  state: VaccinationState,
  command: AdministerDose,
  schedule: Schedule,
): Result<DoseAdministered[], AdministerRefusal> {
  const { today, age, reactions = [], ofSecondRecord, seenOrdinal, approval, indication, ...facts } = command;
  if (reactions.some(({ warning }) => warning === 'person-died')) return refuse('person-died');
  const ordinal = validDosesOf(state, courseOn(command.productId, today)).length + 1;
  if (seenOrdinal !== undefined && seenOrdinal !== ordinal) return refuse('doses-changed');
  const lot = command.lot.trim();
  if (lot === '') return refuse('lot-missing');
  if (!isLot(lot)) return refuse('lot-invalid');
  const warnings = warningsOf(state, command, schedule);
  const open = warnings.find(
    (warning) => !command.overrides.includes(warning) || (isGrave(warning) && !approval),
  );
  if (open) return refuse(open);
  const isApproved = approval !== undefined && warnings.some(isGrave);
  const reason = isApproved ? approval.reason.trim() : undefined;
  if (reason === '') return refuse('dose-reason-missing');
  const personal = { ...(indication ? { indication } : {}), ...(reason ? { reason } : {}) };
  const data = {
    ...facts,
    lot,
    ordinal,
    givenOn: today,
    overrides: warnings,
    ...(isApproved ? { approvedBy: approval.approvedBy } : {}),
    ...(indication || reason ? { personal } : {}),
  };
  return accept([{ type: 'DoseAdministered', version: 7, data }]);
}

function warningsOf(
  state: VaccinationState,
  { today, age, reactions = [], ofSecondRecord = [], expiresOn, visitId }: AdministerDose,
  schedule: Schedule,
): DoseWarning[] {
  const all: DoseWarning[] = [
    ...(expiresOn !== undefined && expiresOn < today ? ['lot-expired' as const] : []),
    ...reactionWarnings(reactions),
    ...(age ? [age] : []),
    ...doseWarnings(state, schedule, today),
    ...ofSecondRecord,
    ...(visitId === undefined ? ['not-checked-in' as const] : []),
  ];
  return [...new Set(all)];
}

export function evolveVaccination(state: VaccinationState, { event }: RecordedEvent): VaccinationState {
  switch (event.type) {
    case 'DoseAdministered': {
      const dose = { ...event.data, entry: entryOf(event.data), isVoided: false };
      return { ...state, doses: [...state.doses, dose] };
    }
    case 'DoseCorrected': {
      const facts = correctedFacts(event.data);
      return withDose(state, event.data.doseId, ({ recordedAs: first, ...dose }) => {
        if (!dose.entry) return dose;
        const entry = withFacts(dose.entry, facts);
        const { productId, givenOn } = entry;
        const recordedAs = first ?? dose.productId;
        return { ...dose, entry, productId, givenOn, ...(productId === recordedAs ? {} : { recordedAs }) };
      });
    }
    case 'PaperDoseCorrected': {
      const { doseId, givenOn, isDayKnown, productName, lot, personal } = event.data;
      const paper = { page: personal?.page ?? '', productName, ...(lot ? { lot } : {}) };
      return withDose(state, doseId, (dose) => ({ ...dose, givenOn, isDayKnown, paper }));
    }
    case 'DosesElsewhereCounted':
      return withElsewhere(state, event.data);
    case 'DoseVoided':
      return inPlace(
        withDose(state, event.data.doseId, (dose) => ({
          ...dose,
          isVoided: true,
          voidedFor: event.data.reason,
        })),
      );
    default:
      return state;
  }
}

function withDose(
  { doses, replaced = [] }: VaccinationState,
  doseId: DoseId,
  change: (dose: GivenDose) => GivenDose,
): VaccinationState {
  const changed = (dose: GivenDose) => (dose.doseId === doseId ? change(dose) : dose);
  return { doses: doses.map(changed), replaced: replaced.map(changed) };
}

/** With the doses that were counted; one that was merely counted before gives way to what it turned out to be. */
export function withElsewhere(
  state: VaccinationState,
  { productId, doses: counted, ...told }: DosesElsewhereCounted['data'],
): VaccinationState {
  const page = told.source.kind === 'booklet' && 'personal' in told ? told.personal?.page : undefined;
  const added = counted.map(({ doseId, ordinal, givenOn, isDayKnown, productName, replaces, ...noted }) => ({
    doseId,
    productId,
    ordinal,
    givenOn,
    isVoided: false,
    isElsewhere: true,
    isDayKnown,
    ...(replaces ? { replaces } : {}),
    ...(told.source.kind === 'booklet'
      ? { paper: { page: page ?? '', productName, ...('lot' in noted ? noted : {}) } }
      : {}),
  }));
  return inPlace({ ...state, doses: [...state.doses, ...added] });
}

/** The doses of several records that are one: what one of them says may stand in the place of a dose of another. */
export function dosesTogether(states: readonly VaccinationState[]): VaccinationState {
  return inPlace({
    doses: states.flatMap(({ doses }) => doses),
    replaced: states.flatMap(({ replaced = [] }) => replaced),
  });
}

/** Each where it belongs by now: among those that stand, or those that gave way. */
function inPlace({ doses, replaced: before = [] }: VaccinationState): VaccinationState {
  const all = [...doses, ...before];
  const gone = replacedAmong(all);
  if (gone.size === 0 && before.length === 0) return { doses };
  return {
    doses: all.filter(({ doseId }) => !gone.has(doseId)),
    replaced: all.filter(({ doseId }) => gone.has(doseId)),
  };
}

/**
 * Those that count in this course, whichever products of its series they were. In the order in which they were given:
 * one from elsewhere may be recorded after a later one.
 */
export function validDosesOf<Dose extends CountedDose>(
  state: { readonly doses: readonly Dose[] },
  course: Course,
): Dose[] {
  return state.doses
    .filter((dose) => !dose.isVoided && isOfCourse(course, dose.productId, dose.givenOn))
    .toSorted((one, other) => (one.givenOn < other.givenOn ? -1 : one.givenOn > other.givenOn ? 1 : 0));
}

/** What a pass shows of this course: doses in force and the day of the last. */
export function doseStateOf(
  state: { readonly doses: readonly CountedDose[] },
  course: Course | undefined,
): DoseState {
  const inForce = course === undefined ? [] : validDosesOf(state, course);
  const lastDoseOn = inForce
    .map(({ givenOn }) => givenOn)
    .sort()
    .at(-1);
  return { doseCount: inForce.length, ...(lastDoseOn ? { lastDoseOn } : {}) };
}

/**
 * What the schedule has against giving a dose on that day, the foremost first, by the doses of the course that the day
 * is in. After the last dose that it knows it has no interval of its own: the last one is held to.
 */
export function doseWarnings(
  state: VaccinationState,
  schedule: Schedule,
  on: PlainDate,
): ('dose-already-today' | 'too-early' | 'too-old' | 'series-complete')[] {
  const doses = validDosesOf(state, courseOn(schedule.productId, on));
  const last = doses.at(-1);
  // Of a dose whose day is not known nobody says that it was today: it counts from the latest day that it can have been.
  if (doses.some(({ givenOn, isDayKnown }) => givenOn === on && isDayKnown !== false))
    return ['dose-already-today'];
  if (schedule.byBook) return warningsByBook(schedule.byBook, state.doses, on);
  if (!last) return [];
  const next = Math.min(doses.length + 1, schedule.doseCount);
  const window = windowOfDose(schedule, next, last.givenOn);
  return [
    ...(seriesIsComplete(schedule, doses.length) ? ['series-complete' as const] : []),
    ...(window && on < window.earliest ? ['too-early' as const] : []),
  ];
}
