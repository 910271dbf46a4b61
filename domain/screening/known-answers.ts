import type { ProductId, VisitId } from '../kernel/ids.ts';
import { addDays, type PlainDate } from '../kernel/plain-date.ts';
import { isSameSeries } from '../products/catalogue.ts';
import type { ReactionKind } from '../vaccination/adverse-events.ts';
import {
  type DoseReaction,
  type ReactedDose,
  type ReportedReaction,
  reactionsByDose,
  wasNoDose,
} from '../vaccination/earlier-reactions.ts';
import type { ScreeningAnswer } from './questionnaire.ts';
import { type Screening, type ScreeningState, standingScreenings } from './screening.ts';

/**
 * What the record says to a question: `yes` is an answer, `perhaps` may be one (the question is left open), `aside` looks
 * like one and is none.
 */
export type KnownSays = 'yes' | 'perhaps' | 'aside';

interface OfDose {
  readonly says: KnownSays;
  readonly productId: ProductId;
  readonly ordinal: number;
}

export type KnownFact =
  /** Given on that day, or on that day at the latest. */
  | (OfDose & { readonly kind: 'dose'; readonly on: PlainDate; readonly isDayKnown: boolean })
  /** The kinds are empty where the key is not here. */
  | (OfDose & {
      readonly kind: 'reaction';
      readonly kinds: readonly ReactionKind[];
      readonly beganOn?: PlainDate;
    })
  /** Answered with yes in an earlier visit. */
  | { readonly kind: 'said'; readonly says: KnownSays; readonly on: PlainDate };

/** What the record knows of the answer to one question. */
export interface KnownAnswer {
  readonly question: string;
  /** The gravest of what the facts say. */
  readonly says: KnownSays;
  readonly facts: readonly KnownFact[];
}

interface RecordedDose extends ReactedDose {
  readonly productId: ProductId;
  readonly ordinal: number;
  readonly givenOn: PlainDate;
  readonly isVoided: boolean;
  readonly isDayKnown?: boolean;
}

/** What all records of somebody say together, and what they are here for. */
export interface RecordGround {
  readonly today: PlainDate;
  /** The vaccine in question. */
  readonly productId: ProductId;
  readonly doses: readonly RecordedDose[];
  readonly reports: readonly ReportedReaction[];
  readonly screenings: readonly ScreeningState[];
  /** Its own answers are nothing that was known before. */
  readonly visitId: VisitId | undefined;
  /** The day at the centre on which a screening was. */
  readonly dayOf: (screening: Screening) => PlainDate;
}

/** The words of the question are "in the last four weeks". */
const RECENT_DAYS = 28;
/** A pregnancy that was told is over by then. */
const PREGNANCY_DAYS = 280;
/** What somebody said once and what may hold still; no more of it is known than that they said so. */
const saidLasts: Readonly<Record<string, number | undefined>> = {
  'severe-allergy': Number.POSITIVE_INFINITY,
  'earlier-reaction': Number.POSITIVE_INFINITY,
  bleeding: Number.POSITIVE_INFINITY,
  immunodeficiency: Number.POSITIVE_INFINITY,
  pregnancy: PREGNANCY_DAYS,
};

const gravestFirst: readonly KnownSays[] = ['yes', 'perhaps', 'aside'];

/** What the record knows of answers, question by question; nothing of a question that it has nothing to say to. */
export function knownAnswers(ground: RecordGround): KnownAnswer[] {
  const doses = ground.doses.filter(({ isVoided }) => !isVoided);
  const reactions = reactionsByDose(ground.reports).flatMap((reaction) => {
    const dose = ground.doses.find(({ doseId }) => doseId === reaction.doseId);
    return dose && !wasNoDose(dose) ? [{ reaction, dose }] : [];
  });
  const facts = new Map<string, KnownFact[]>();
  const add = (question: string, found: readonly KnownFact[]) =>
    found.length > 0 && facts.set(question, [...(facts.get(question) ?? []), ...found]);
  add(
    'recent-vaccination',
    doses.flatMap((dose) => recentDose(ground, dose)),
  );
  add(
    'severe-allergy',
    reactions.flatMap((each) => allergyAfter(ground, each)),
  );
  add('earlier-reaction', reactions.flatMap(unwellAfter));
  for (const question of Object.keys(saidLasts)) add(question, saidBefore(ground, question));
  return [...facts].map(([question, found]) => {
    const inOrder = found.toSorted(
      (one, other) => gravestFirst.indexOf(one.says) - gravestFirst.indexOf(other.says),
    );
    return { question, says: inOrder[0]?.says ?? 'aside', facts: inOrder };
  });
}

/** Questions answered with no although the record knows a yes. */
export function answersAgainst(
  known: readonly KnownAnswer[],
  answers: readonly ScreeningAnswer[],
): readonly string[] {
  const isKnownYes = (question: string) =>
    known.some((each) => each.question === question && each.says === 'yes');
  return answers.flatMap(({ question, isYes }) => (!isYes && isKnownYes(question) ? [question] : []));
}

/**
 * The question is after other vaccinations: how far apart the doses of one series are given is for its schedule, which
 * plans the second dose within these very weeks and warns of one that is too early.
 */
function recentDose({ today, productId }: RecordGround, dose: RecordedDose): KnownFact[] {
  const { givenOn: on, ordinal, isDayKnown = true } = dose;
  if (on > today || on < addDays(today, -RECENT_DAYS)) return [];
  const says = isSameSeries(dose.productId, productId) ? 'aside' : isDayKnown ? 'yes' : 'perhaps';
  return [{ kind: 'dose', says, productId: dose.productId, ordinal, on, isDayKnown }];
}

interface Reacted {
  readonly reaction: DoseReaction;
  readonly dose: RecordedDose;
}

/** An anaphylaxis always, another allergic reaction where it was severe; after another vaccine it may be an ingredient. */
function allergyAfter({ productId }: RecordGround, { reaction, dose }: Reacted): KnownFact[] {
  const { kinds, isSevere } = reaction;
  const isSevereAllergy = kinds.includes('anaphylaxis') || (kinds.includes('allergic') && isSevere);
  if (!isSevereAllergy && kinds.length > 0) return [];
  const isOfThis = kinds.length > 0 && isSameSeries(dose.productId, productId);
  return [{ ...reactionFact({ reaction, dose }), says: isOfThis ? 'yes' : 'perhaps' }];
}

/** A usual reaction at the site of injection is not what the question is after. */
function unwellAfter({ reaction, dose }: Reacted): KnownFact[] {
  const isUsual = !reaction.isSevere && reaction.kinds.every((kind) => kind === 'local');
  return isUsual ? [] : [reactionFact({ reaction, dose })];
}

function reactionFact({ reaction: { kinds, beganOn }, dose: { productId, ordinal } }: Reacted): KnownFact {
  return { kind: 'reaction', says: 'yes', productId, ordinal, kinds, ...(beganOn ? { beganOn } : {}) };
}

/** The last time that it was answered with yes in another visit, unless it was denied in a later one. */
function saidBefore({ screenings, visitId, today, dayOf }: RecordGround, question: string): KnownFact[] {
  const visits = (state: ScreeningState) => new Set(state.answered.map((each) => each.visitId));
  const said = screenings
    .flatMap((state) => [...visits(state)].flatMap((each) => standingScreenings(state, each)))
    .filter((each) => each.visitId !== visitId)
    .filter(({ answers }) => answers.some((each) => each.question === question))
    .toSorted((one, other) => (one.at < other.at ? -1 : 1));
  const last = said.at(-1);
  if (!last?.answers.some((each) => each.question === question && each.isYes)) return [];
  const on = dayOf(last);
  const lasts = saidLasts[question] ?? 0;
  if (Number.isFinite(lasts) && on < addDays(today, -lasts)) return [];
  return [{ kind: 'said', says: 'perhaps', on }];
}
