import type { AppointmentId, PersonId } from '../kernel/ids.ts';
import type { PlainDate } from '../kernel/plain-date.ts';
import { type SecondRecords, secondRecordFacts } from '../people/second-record.ts';
import { courseOn, seasonWords } from '../products/course.ts';
import { ageWarning, type Product } from '../products/product.ts';
import type { Schedule } from '../schedules/schedule.ts';
import type { ReactionFinding } from '../vaccination/earlier-reactions.ts';
import { nextDoseOn } from '../vaccination/next-dose.ts';
import { reactionSentence } from '../vaccination/reaction-sentence.ts';
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
  /** What the answers of this visit have against a dose, and no doctor cleared. */
  readonly screening?: 'screening-stop' | 'screening-doctor';
  /** How they reacted to earlier doses, the gravest first. */
  readonly reactions?: readonly ReactionFinding[];
  /** Whether whoever looks may read what is medical; else they are only told to ask a doctor. */
  readonly mayReadMedical?: boolean;
  /** Absent where nobody else has this name and birth date, as nearly always. */
  readonly second?: SecondRecords;
  readonly appointments: readonly {
    readonly appointmentId: AppointmentId;
    readonly day: PlainDate;
    readonly plannedDose: number;
    readonly isOpen: boolean;
    /** They came to it and left without the dose. */
    readonly hasLeftWithoutDose?: boolean;
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

/** All that there is to say, red before amber before green; of one light, what comes first here. */
function decisionOn(arrival: Arrival): Decision {
  const found = [...stopsOf(arrival), ...hintsOf(arrival), wayOnOf(arrival)];
  const gravest = found.find(({ light }) => light === 'red') ?? found.find(({ light }) => light === 'amber');
  const said = gravest ?? wayOnOf(arrival);
  // Where no dose is due, what is graver invites to none either.
  const isClosed = found.some(({ action }) => action === 'show-person');
  return isClosed ? { ...said, action: 'show-person' } : said;
}

function stopsOf(arrival: Arrival): Decision[] {
  const { product, years, reactions = [], mayReadMedical = false } = arrival;
  const { base, facts, action } = groundOf(arrival);
  const [reaction] = reactions;
  const age = ageWarning(product, years);
  const stops: Decision[] = [];
  if (reaction && reaction.warning !== 'earlier-reaction') {
    const { warning } = reaction;
    stops.push({
      ...base,
      light: 'red',
      ...(mayReadMedical
        ? { reason: warning, facts: { ...facts, reaction: reactionSentence(reaction) } }
        : { reason: 'ask-a-doctor', facts }),
      action: warning === 'person-died' ? 'show-person' : action,
    });
  }
  if (arrival.screening === 'screening-stop')
    stops.push(
      mayReadMedical
        ? { ...base, light: 'red', reason: 'screening-stop', facts, action }
        : { ...base, light: 'red', reason: 'no-dose-today', facts, action: 'show-person' },
    );
  if (age) {
    const limitYears = age === 'too-young' ? product.ages.fromYears : product.ages.toYears;
    const more = { product: product.name, ...(years === undefined ? {} : { years }) };
    const limit = limitYears === undefined ? {} : { limitYears };
    stops.push({ ...base, light: 'red', reason: age, facts: { ...facts, ...more, ...limit }, action });
  }
  return stops;
}

/** The schedule first, then who it is, then the calendar. */
function hintsOf(arrival: Arrival): Decision[] {
  const { today, schedule, second, receivedAt, nextSeasonOn, secondsSinceLastScan: seconds } = arrival;
  const { base, facts, action, valid, planned } = groundOf(arrival);
  const amber = (
    reason: DecisionReason,
    more: Decision['facts'] = {},
    then: NextAction = action,
  ): Decision => ({
    ...base,
    light: 'amber',
    reason,
    facts: { ...facts, ...more },
    action: then,
  });
  const [warning] = doseWarnings({ doses: arrival.doses }, schedule, today);
  const { status, window, sentence: stands } = nextDoseOn({ doses: arrival.doses }, schedule, today);
  const last = valid.at(-1);
  const hints: Decision[] = [];
  if (warning === 'dose-already-today') hints.push(amber(warning, {}, 'show-person'));
  if (warning === 'series-complete' || status === 'aged-out')
    hints.push(amber('series-complete', stands ? { stands } : {}, 'show-person'));
  if (second) hints.push(amber('second-record', { second: secondRecordFacts(second, schedule, today) }));
  if (arrival.screening === 'screening-doctor')
    hints.push(amber(arrival.mayReadMedical ? 'screening-doctor' : 'ask-a-doctor'));
  if (warning === 'too-early')
    hints.push(
      last?.isDayKnown === false
        ? amber('interval-unknown', { on: window?.earliest, last: last.givenOn })
        : amber('too-early', { on: window?.earliest }),
    );
  if (arrival.isCheckedIn && receivedAt !== undefined)
    hints.push(amber('already-checked-in', { clock: receivedAt }));
  if (isScannedAgain(arrival)) hints.push(amber('scanned-again', { seconds }));
  if (arrival.isCheckedIn) return hints;
  if (planned?.hasLeftWithoutDose && planned.day === today) hints.push(amber('left-without-dose'));
  else if (!planned) hints.push(amber('no-appointment', nextSeasonOn ? { on: nextSeasonOn } : {}));
  else if (planned.centre !== undefined) {
    const { day: on, clock, centre } = planned;
    const isPlaceFree = arrival.isPlaceFree === true;
    hints.push(amber('wrong-centre', { on, clock, centre, isPlaceFree, isToday: on === today }));
  } else if (planned.day !== today) hints.push(amber('wrong-day', { on: planned.day, clock: planned.clock }));
  return hints;
}

/** Where nothing is against it. */
function wayOnOf(arrival: Arrival): Decision {
  const { base, facts, action, planned } = groundOf(arrival);
  if (arrival.isCheckedIn) return { ...base, light: 'green', reason: 'ready-for-dose', facts, action };
  const clock = planned ? { clock: planned.clock } : {};
  return { ...base, light: 'green', reason: 'ready-to-check-in', facts: { ...facts, ...clock }, action };
}

/** What every decision about somebody says. */
function groundOf(arrival: Arrival) {
  const { personId, vaccine } = arrival;
  const planned = plannedToday(arrival) ?? nextPlanned(arrival);
  const course = courseOn(arrival.schedule.productId, arrival.today);
  const valid = validDosesOf({ doses: arrival.doses }, course);
  const season = seasonWords(course);
  const action: NextAction = arrival.isCheckedIn ? 'record-dose' : 'check-in';
  return {
    base: { personId, ...(planned ? { appointmentId: planned.appointmentId } : {}) },
    planned,
    valid,
    action,
    facts: {
      doseCount: valid.length,
      dose: valid.length + 1,
      ...(vaccine ? { vaccine } : {}),
      ...(season ? { season } : {}),
    },
  };
}

function isScannedAgain({ secondsSinceLastScan }: Arrival): boolean {
  return secondsSinceLastScan !== undefined && secondsSinceLastScan < SCANNED_AGAIN_SECONDS;
}

/** A date here before one at another centre. */
function plannedToday({ appointments, today }: Arrival) {
  const dates = appointments.filter(({ day }) => day === today);
  const here = dates.filter(({ centre }) => centre === undefined);
  return here.find(({ hasLeftWithoutDose }) => !hasLeftWithoutDose) ?? here[0] ?? dates[0];
}

/** The date nearest to today that is still open: the one somebody on the wrong day most likely means. */
function nextPlanned({ appointments, today }: Arrival) {
  const open = appointments.filter(({ isOpen }) => isOpen);
  return open.find(({ day }) => day > today) ?? open.at(-1);
}
