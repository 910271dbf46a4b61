import type { deskContract } from '../../../contracts/ipc/desk-contract.ts';
import type { PersonCard } from '../../../contracts/ipc/person-card.ts';
import type { DoseId, PersonId } from '../../../domain/kernel/ids.ts';
import { type Accepted, accept, type Refused, type Result, refuse } from '../../../domain/kernel/result.ts';
import { mayAsk } from '../../../domain/staff/roles.ts';
import { mayGiveDoses, mayReadMedical } from '../../../domain/vaccination/who-may.ts';
import { evaluateChoice, evaluateCounted, evaluateScan } from '../../commands/scanning/evaluate-scan.ts';
import { recordView } from '../../commands/staff/record-view.ts';
import { countHistory } from '../../commands/vaccination/count-history.ts';
import { recordDose } from '../../commands/vaccination/record-dose.ts';
import { checkIn } from '../../commands/visits/check-in.ts';
import { endVisit, resumeVisit } from '../../commands/visits/end-visit.ts';
import { undoCheckIn } from '../../commands/visits/undo-check-in.ts';
import { personCard, withoutReactions } from '../../queries/people/person-card.ts';
import { lastLot } from '../../queries/vaccination/last-lot.ts';
import { today } from '../../queries/visits/today.ts';
import type { Station } from '../../station.ts';
import type { Caller, HandlersOf } from '../handler.ts';
import { viewAtDesk } from '../view-at-desk.ts';

export const deskHandlers: HandlersOf<keyof typeof deskContract> = {
  'desk.today': (station, { wholeDay }) => accept(today(station, wholeDay)),
  // One transaction for the traces of a scan: they are one wait for the disk.
  'desk.scan': (station, input, caller) =>
    station.db.transact(() => {
      const evaluated = evaluateScan(station, { ...input, ...readsAs(caller) });
      if (evaluated.card)
        recordView(station, caller.actor, viewAtDesk(evaluated.card.person.personId, caller));
      return accept(evaluated);
    }),
  'desk.open': (station, { personId }, caller) => {
    const opened = evaluateChoice(station, personId, readsAs(caller));
    if (!opened.card) return refuse('person-unknown');
    recordView(station, caller.actor, viewAtDesk(personId, caller));
    return accept(opened);
  },
  'desk.card': (station, { personId }, caller) => {
    const card = cardOf(station, personId, caller);
    if (card.ok) recordView(station, caller.actor, viewAtDesk(personId, caller));
    return card;
  },
  'desk.count-history': (station, input, caller) => {
    const counted = countHistory(station, caller.actor, input);
    if (!counted.ok) return counted;
    recordView(station, caller.actor, viewAtDesk(input.personId, caller));
    return accept(evaluateCounted(station, input.personId, input.texts, readsAs(caller)));
  },
  'desk.last-lot': (station, { productId }) => accept(lastLot(station, productId)),
  'desk.check-in': (station, input, caller) => {
    const result = checkIn(station, caller.actor, input);
    return result.ok ? cardOf(station, input.personId, caller) : result;
  },
  'desk.undo-check-in': (station, input, caller) => {
    const result = undoCheckIn(station, caller.actor, input);
    return result.ok ? cardOf(station, input.personId, caller) : result;
  },
  'desk.end-visit': (station, input, caller) => {
    const result = endVisit(station, caller.actor, input);
    return result.ok ? cardOf(station, input.personId, caller) : result;
  },
  'desk.resume-visit': (station, input, caller) => {
    const result = resumeVisit(station, caller.actor, input);
    return result.ok ? cardOf(station, input.personId, caller) : result;
  },
  'desk.record-dose': (station, { ordinal, productId, ...input }, { actor }) => {
    const seen = { seenOrdinal: ordinal, seenProductId: productId };
    return withCard(station, input.personId, recordDose(station, actor, { ...input, ...seen }));
  },
  'desk.record-grave-dose': (
    station,
    { secondSignIn: _, ordinal, productId, reason, ...input },
    { actor, approvedBy },
  ) => {
    if (!approvedBy)
      throw new Error('a dose was to be recorded in spite of a grave warning without a second person');
    const approval = { reason, approvedBy };
    const seen = { seenOrdinal: ordinal, seenProductId: productId };
    const result = recordDose(station, actor, { ...input, ...seen, approval });
    return withCard(station, input.personId, result);
  },
};

/** What is decided for whoever is signed in, and what of it they may read. */
function readsAs({ roles }: Pick<Caller, 'roles'>) {
  return {
    onlyReceives: mayAsk(mayGiveDoses, roles) !== 'yes',
    mayReadMedical: mayAsk(mayReadMedical, roles) === 'yes',
  };
}

/** The card as it is with the dose that was just recorded. */
function withCard<Refusal>(
  station: Station,
  personId: PersonId,
  recorded: Result<{ doseId: DoseId }, Refusal>,
): Result<PersonCard & { doseId: DoseId }, Refusal | 'person-unknown'> {
  if (!recorded.ok) return recorded;
  const card = cardOf(station, personId, undefined);
  return card.ok ? accept({ ...card.value, ...recorded.value }) : card;
}

/** As whoever asks may read it; without them, as those who give doses may. */
export function cardOf(
  station: Station,
  personId: PersonId,
  caller: Pick<Caller, 'roles'> | undefined,
): Accepted<PersonCard> | Refused<'person-unknown'> {
  const card = personCard(station, personId);
  if (!card) return refuse('person-unknown');
  return accept(caller && !readsAs(caller).mayReadMedical ? withoutReactions(card) : card);
}
