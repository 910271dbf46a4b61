import type { DoseId, ProductId } from '../kernel/ids.ts';
import type { PlainDate } from '../kernel/plain-date.ts';
import { isSameSeries } from '../products/catalogue.ts';
import type { ReactionCourse, ReactionKind } from './adverse-events.ts';
import type { VoidReason } from './void-reason.ts';

/** One report of how somebody reacted to a dose. */
export interface ReportedReaction {
  readonly doseId: DoseId;
  /** When it was reported, by the log and not by the clock on the wall: as text in its order. */
  readonly hlc: string;
  /** Empty where the key is not here. */
  readonly kinds: readonly ReactionKind[];
  readonly course?: ReactionCourse;
  /** The day at the centre on which it began. */
  readonly beganOn?: PlainDate;
}

/** All that is known of how somebody reacted to one dose. */
export interface DoseReaction {
  readonly doseId: DoseId;
  readonly kinds: readonly ReactionKind[];
  readonly beganOn?: PlainDate;
  readonly isSevere: boolean;
  /** It was not over when it was reported last. */
  readonly isOngoing: boolean;
  readonly hasDied: boolean;
}

/**
 * What reports say together, dose by dose: every kind of them counts, and a stay in hospital; how it went on is what the
 * last one says, so that whoever was reported as not recovered, or as dead by mistake, can be reported again. What cannot
 * be read here is taken for severe.
 */
export function reactionsByDose(reports: readonly ReportedReaction[]): DoseReaction[] {
  const inOrder = reports.toSorted((one, other) => (one.hlc < other.hlc ? -1 : one.hlc > other.hlc ? 1 : 0));
  const doses = [...new Set(inOrder.map(({ doseId }) => doseId))];
  return doses.map((doseId) => {
    const ofDose = inOrder.filter((each) => each.doseId === doseId);
    const kinds = [...new Set(ofDose.flatMap((each) => each.kinds))];
    const beganOn = ofDose.find((each) => each.beganOn)?.beganOn;
    const course = ofDose.at(-1)?.course;
    const isOngoing = course === undefined || course === 'not-recovered' || course === 'hospital';
    const hasDied = course === 'died';
    const isSevere =
      hasDied ||
      isOngoing ||
      kinds.includes('anaphylaxis') ||
      ofDose.some((each) => each.kinds.length === 0 || each.course === 'hospital');
    return { doseId, kinds, ...(beganOn ? { beganOn } : {}), isSevere, isOngoing, hasDied };
  });
}

/** A dose as far as a reaction to it is concerned. */
export interface ReactedDose {
  readonly doseId: DoseId;
  /** Why it was voided; absent for one that stands. */
  readonly voidedFor?: VoidReason;
}

/**
 * Whether there was nothing to react to: the dose was not given, or not to this person. Of one whose entry was merely
 * wrong the body knows nothing.
 */
export function wasNoDose({ voidedFor }: ReactedDose): boolean {
  return voidedFor === 'wrong-person' || voidedFor === 'not-given';
}

/** Whether somebody who reacted today stays until those who answer for doses let them go. */
export function holdsInObservation(
  reports: readonly ReportedReaction[],
  doses: readonly ReactedDose[],
): boolean {
  const none = new Set(doses.filter(wasNoDose).map(({ doseId }) => doseId));
  return reactionsByDose(reports).some(({ doseId, isSevere }) => isSevere && !none.has(doseId));
}

/** What an earlier reaction has against the next dose: a mild one, or a severe one to another vaccine, is told; more stops. */
export type ReactionWarning = 'severe-reaction' | 'earlier-reaction';

export interface ReactionFinding {
  /** `person-died` is no warning that anybody goes on in spite of. */
  readonly warning: ReactionWarning | 'person-died';
  readonly reaction: DoseReaction;
  /** Which dose of its course it was, from 1, and of which vaccine. */
  readonly ordinal: number;
  readonly productId: ProductId;
}

const gravestFirst = ['person-died', 'severe-reaction', 'earlier-reaction'] as const;

/**
 * What is known of reactions that whoever gives a dose of this product must know, the gravest first. Nothing of a dose
 * that was voided because it was not given, or not to this person; an entry that was voided as wrong and entered anew
 * was a dose all the same.
 */
export function reactionFindings(
  reports: readonly ReportedReaction[],
  doses: readonly (ReactedDose & { readonly productId: ProductId; readonly ordinal: number })[],
  productId: ProductId,
): ReactionFinding[] {
  const found = reactionsByDose(reports).flatMap((reaction): ReactionFinding[] => {
    const dose = doses.find(({ doseId }) => doseId === reaction.doseId);
    if (!dose || wasNoDose(dose)) return [];
    const of = { reaction, ordinal: dose.ordinal, productId: dose.productId };
    if (reaction.hasDied) return [{ ...of, warning: 'person-died' }];
    if (isSameSeries(dose.productId, productId))
      return [{ ...of, warning: reaction.isSevere ? 'severe-reaction' : 'earlier-reaction' }];
    return reaction.isSevere ? [{ ...of, warning: 'earlier-reaction' }] : [];
  });
  return found.toSorted(
    (one, other) => gravestFirst.indexOf(one.warning) - gravestFirst.indexOf(other.warning),
  );
}

/** What there is to override of it, each once. */
export function reactionWarnings(findings: readonly ReactionFinding[]): ReactionWarning[] {
  return [...new Set(findings.flatMap(({ warning }) => (warning === 'person-died' ? [] : warning)))];
}
