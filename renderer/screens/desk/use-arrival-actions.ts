import { useMemo, useState } from 'react';
import type { PersonCard } from '../../../contracts/ipc/person-card.ts';
import type { ChannelInput, ChannelOutput } from '../../../contracts/ipc/station-contract.ts';
import { isGrave } from '../../../domain/vaccination/grave-warnings.ts';
import { mayGiveDoses, mayReceive } from '../../../domain/vaccination/who-may.ts';
import { useMay } from '../../session/use-may.ts';
import { useStationCommand } from '../../station-context.tsx';
import type { DoseWarning } from './dose-warnings.tsx';
import type { DoseEntry, DraftDose } from './draft-dose.tsx';
import type { Desk } from './use-desk.ts';
import { useFreshCard } from './use-person-card.ts';

type CheckInWarning = NonNullable<ChannelInput<'desk.check-in'>['overrides']>[number];

type MildWarning = NonNullable<ChannelInput<'desk.record-dose'>['overrides']>[number];

/** A dose as it was confirmed, and what there was against it that somebody went on with. */
export interface ReviewedDose {
  readonly entry: DoseEntry;
  readonly overrides: readonly DoseWarning[];
}

const checkInWarnings: readonly string[] = [
  'wrong-day',
  'wrong-centre',
  'no-appointment',
  'too-early',
  'series-complete',
];
/**
 * Checking in and recording, with what the desk chose to go on with in spite of a warning. One intent keeps one
 * request id until it succeeded or another person is on the screen: however often it is sent, it has one effect.
 */
export function useArrivalActions(desk: Desk, card: PersonCard | undefined) {
  const checkIn = useStationCommand('desk.check-in');
  const recordDose = useStationCommand('desk.record-dose');
  const reachStage = useStationCommand('board.reach-stage');
  const showFresh = useFreshCard();
  const canGiveDoses = useMay(mayGiveDoses);
  const canReceive = useMay(mayReceive);
  const { state } = desk;
  const decision = state.evaluation?.decision;
  const personId = card?.person.personId;
  const [finished, setFinished] = useState(0);
  const [wish, setWish] = useState<{ readonly personId: string; readonly productId: string }>();
  // Made while rendering, not in an effect: a press that comes before effects have run must not get another id.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another evaluation, person or vaccine, or a finished one, is a new intent
  const intent = useMemo(() => newIntent(state.resumed), [personId, state.evaluation, finished, wish]);

  const sendCheckIn = async () => {
    if (!personId || !card) return;
    // Another vaccine than that of their date: a walk-in for it, the date stays.
    const wanted = wish?.personId === personId ? wish.productId : undefined;
    const isOther = wanted !== undefined && wanted !== card.product.productId;
    const accepted = [...intent.accepted, decision?.reason ?? '', ...(isOther ? ['no-appointment'] : [])];
    const date = isOther ? undefined : decision?.appointmentId;
    const answer = await checkIn.send({
      requestId: intent.requestId,
      personId,
      ...(date ? { appointmentId: date } : {}),
      ...(isOther ? { productId: wanted } : {}),
      via: state.via,
      overrides: accepted.filter((reason) => checkInWarnings.includes(reason)) as CheckInWarning[],
    });
    if (!answer.ok) return desk.refused(personId, answer);
    setFinished((count) => count + 1);
    showFresh(answer.value);
    desk.finish({ kind: 'checked-in' });
  };

  const sendDose = async (dose: ReviewedDose) => {
    if (!personId) return;
    intent.dose = dose;
    const answer = await recordDose.send({
      requestId: intent.requestId,
      personId,
      ...dose.entry,
      overrides: dose.overrides.filter((warning) => !isGrave(warning)) as MildWarning[],
    });
    if (!answer.ok) return desk.refused(personId, answer);
    saved(answer.value);
  };

  /** Whoever gives no doses sends the person on to somebody who does. */
  const sendOn = async () => {
    if (!personId || !card?.visit) return;
    const { visitId } = card.visit;
    const answer = await reachStage.send({
      requestId: intent.requestId,
      personId,
      visitId,
      stage: 'vaccination',
    });
    // Somebody may have said so at the board already.
    const isThere = !answer.ok && 'refusal' in answer && answer.refusal.reason === 'stage-unchanged';
    if (!answer.ok && !isThere) return desk.refused(personId, answer);
    setFinished((count) => count + 1);
    const { givenName, familyName } = card.person;
    desk.finish({ kind: 'sent-on', name: `${givenName} ${familyName}` });
  };

  const saved = (answer: ChannelOutput<'desk.record-dose'>) => {
    setFinished((count) => count + 1);
    showFresh(answer);
    const given = answer.doses.find(({ doseId }) => doseId === answer.doseId);
    desk.finish({ kind: 'dose', ordinal: given?.ordinal ?? answer.doses.length });
  };

  /** Whatever there is against a dose was to be read where it was confirmed: it is not asked once more. */
  const canGoOnDespite = (reason: string) => !intent.dose && checkInWarnings.includes(reason);
  const goOnDespite = (reason: string) => {
    intent.accepted.push(reason);
    desk.fail(undefined);
    void sendCheckIn();
  };

  // After something was done, the only step that is offered without a new decision is the dose.
  const nextAction = () => {
    if (state.step !== 'done') return decision?.action;
    return card?.nextAction === 'record-dose' ? 'record-dose' : undefined;
  };

  return {
    isBusy: checkIn.isBusy || recordDose.isBusy || reachStage.isBusy,
    canGiveDoses,
    canReceive,
    checkIn: sendCheckIn,
    /** Which vaccine a walk-in is for, and what there is to choose from. */
    vaccine: {
      chosen: (wish?.personId === personId ? wish?.productId : undefined) ?? card?.product.productId,
      choice: card?.vaccines,
      choose: (productId: string) => personId && setWish({ personId, productId }),
    },
    recordDose: sendDose,
    /** After a dose was saved by another way than `recordDose`. */
    saved,
    startDose: desk.startDose,
    /** What F8 and the large button do now. */
    takeNext: () => {
      if (!canReceive || checkIn.isBusy || recordDose.isBusy || reachStage.isBusy) return;
      // Another objection than the decision named: the key goes on in spite of that one then, and asks no more for it.
      const objection = state.failed && 'refusal' in state.failed ? state.failed.refusal.reason : undefined;
      if (objection !== undefined && canGoOnDespite(objection)) return goOnDespite(objection);
      const next = nextAction();
      if (next === 'check-in') void sendCheckIn();
      if (next === 'record-dose') canGiveDoses ? desk.startDose() : void sendOn();
      if (next === 'count-history' && personId)
        void desk.countHistory(intent.requestId, personId, state.texts ?? []);
    },
    /** Goes on in spite of the warning that was just refused. */
    goOnDespite,
    /** Sends the same intent again after something broke. */
    again: () => {
      desk.fail(undefined);
      if (intent.dose) void sendDose(intent.dose);
      else if (nextAction() === 'record-dose') void sendOn();
      else void sendCheckIn();
    },
    /** Under which id the present intent is sent. */
    intent,
    canGoOnDespite,
  };
}

export type ArrivalActions = ReturnType<typeof useArrivalActions>;

interface Intent {
  readonly requestId: string;
  /** What the check-in goes on with, besides what the decision said already. */
  readonly accepted: string[];
  dose: ReviewedDose | undefined;
}

function newIntent(resumed: DraftDose | undefined): Intent {
  return { requestId: resumed?.requestId ?? crypto.randomUUID(), accepted: [], dose: undefined };
}
