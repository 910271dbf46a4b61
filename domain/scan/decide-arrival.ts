import type { AppointmentId, PersonId } from '../kernel/ids.ts';
import type { PlainDate } from '../kernel/plain-date.ts';
import { type SecondRecords, secondRecordFacts } from '../people/second-record.ts';
import { courseOn, seasonWords } from '../products/course.ts';
import { ageWarning, type Product } from '../products/product.ts';
import type { Schedule } from '../schedules/schedule.ts';
import { nextDoseOn } from '../vaccination/next-dose.ts';
import { doseWarnings, type GivenDose, validDosesOf } from '../vaccination/vaccination.ts';
import type { Decision, DecisionReason, NextAction } from './decision.ts';

/** What the desk knows of a person who has just been scanned or chosen. */
export interface Arrival {
  readonly personId: PersonId;
  readonly today: PlainDate;
  /** The product in question: of today's date, else of the next, else of the last dose. */
  readonly product: Pick<Product, 'name' | 'ages'>;
  readonly schedule: Schedule;
  /** Its name, where the sentence must say which vaccine. */
  readonly vaccine?: string;
  /** In full years today; absent where papers give no whole birth date. */
  readonly years?: number;
  readonly doses: readonly GivenDose[];
  /** Absent where nobody else has this name and birth date, as nearly always. */
  readonly second?: SecondRecords;
  readonly appointments: readonly {
    readonly appointmentId: AppointmentId;
    readonly day: PlainDate;
    readonly plannedDose: number;
    readonly isOpen: boolean;
    /** Wall clock at the centre. */
    readonly clock: string;
    /** The other centre it is at; absent for a date here. */
    readonly centre?: string;
  }[];
  /** The day of the next date where it is for a season to come. */
  readonly nextSeasonOn?: PlainDate;
  readonly isCheckedIn: boolean;
  /** Wall clock of that, at a desk that only receives: who comes there again may be somebody else. */
  readonly receivedAt?: string;
  /** Whether a slot that runs now takes one more; only asked where a date is at another centre. */
  readonly isPlaceFree?: boolean;
  /** Since the same pass was scanned last, with nothing recorded in between. */
  readonly secondsSinceLastScan?: number;
}

const SCANNED_AGAIN_SECONDS = 60;

/** From then on people consent for themselves. */
const ADULT_YEARS = 18;

/** One light and one next action for somebody at the desk. What is medically graver is said first. */
export function decideArrival(arrival: Arrival): Decision {
  return withGuardian(decisionOn(arrival), arrival.years);
}

/** Who checks in a minor asks for the guardian's consent, whatever else there is to say. */
function withGuardian(decision: Decision, years: number | undefined): Decision {
  if (decision.action !== 'check-in' || years === undefined || years >= ADULT_YEARS) return decision;
  const told = { ...decision, facts: { ...decision.facts, isMinor: true } };
  return decision.light === 'green' ? { ...told, light: 'amber', reason: 'minor' } : told;
}

function decisionOn(arrival: Arrival): Decision {
  const { personId } = arrival;
  const planned = plannedToday(arrival) ?? nextPlanned(arrival);
  const base = { personId, ...(planned ? { appointmentId: planned.appointmentId } : {}) };
  const course = courseOn(arrival.schedule.productId, arrival.today);
  const valid = validDosesOf({ doses: arrival.doses }, course);
  const [warning] = doseWarnings({ doses: arrival.doses }, arrival.schedule, arrival.today);
  const { vaccine, product, years, nextSeasonOn } = arrival;
  const season = seasonWords(course);
  const facts = {
    doseCount: valid.length,
    dose: valid.length + 1,
    ...(vaccine ? { vaccine } : {}),
    ...(season ? { season } : {}),
  };
  const {
    status,
    window,
    sentence: stands,
  } = nextDoseOn({ doses: arrival.doses }, arrival.schedule, arrival.today);
  if (warning === 'dose-already-today')
    return { ...base, light: 'amber', reason: warning, facts, action: 'show-person' };
  if (warning === 'series-complete' || status === 'aged-out') {
    const told = stands ? { ...facts, stands } : facts;
    return { ...base, light: 'amber', reason: 'series-complete', facts: told, action: 'show-person' };
  }
  const action: NextAction = arrival.isCheckedIn ? 'record-dose' : 'check-in';
  const age = ageWarning(product, years);
  if (age) {
    const limitYears = age === 'too-young' ? product.ages.fromYears : product.ages.toYears;
    const more = { product: product.name, ...(years === undefined ? {} : { years }) };
    return {
      ...base,
      light: 'red',
      reason: age,
      facts: { ...facts, ...more, ...(limitYears === undefined ? {} : { limitYears }) },
      action,
    };
  }
  const amber = (reason: DecisionReason, more: Decision['facts']): Decision => ({
    ...base,
    light: 'amber',
    reason,
    facts: { ...facts, ...more },
    action,
  });
  if (arrival.second)
    return amber('second-record', {
      second: secondRecordFacts(arrival.second, arrival.schedule, arrival.today),
    });
  if (warning === 'too-early') return amber('too-early', { on: window?.earliest });
  if (arrival.isCheckedIn && arrival.receivedAt !== undefined)
    return amber('already-checked-in', { clock: arrival.receivedAt });
  if (isScannedAgain(arrival)) return amber('scanned-again', { seconds: arrival.secondsSinceLastScan });
  if (arrival.isCheckedIn) return { ...base, light: 'green', reason: 'ready-for-dose', facts, action };
  if (!planned) return amber('no-appointment', nextSeasonOn ? { on: nextSeasonOn } : {});
  if (planned.centre !== undefined) {
    const { day: on, clock, centre } = planned;
    const isPlaceFree = arrival.isPlaceFree === true;
    return amber('wrong-centre', { on, clock, centre, isPlaceFree, isToday: on === arrival.today });
  }
  if (planned.day !== arrival.today) return amber('wrong-day', { on: planned.day, clock: planned.clock });
  return {
    ...base,
    light: 'green',
    reason: 'ready-to-check-in',
    facts: { ...facts, clock: planned.clock },
    action,
  };
}

function isScannedAgain({ secondsSinceLastScan }: Arrival): boolean {
  return secondsSinceLastScan !== undefined && secondsSinceLastScan < SCANNED_AGAIN_SECONDS;
}

/** A date here before one at another centre. */
function plannedToday({ appointments, today }: Arrival) {
  const dates = appointments.filter(({ day }) => day === today);
  return dates.find(({ centre }) => centre === undefined) ?? dates[0];
}

/** The date nearest to today that is still open: the one somebody on the wrong day most likely means. */
function nextPlanned({ appointments, today }: Arrival) {
  const open = appointments.filter(({ isOpen }) => isOpen);
  return open.find(({ day }) => day > today) ?? open.at(-1);
}
