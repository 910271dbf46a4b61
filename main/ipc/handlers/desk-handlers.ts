import type { deskContract, PersonCard } from '../../../contracts/ipc/desk-contract.ts';
import type { PersonId } from '../../../domain/kernel/ids.ts';
import { type Accepted, accept, type Refused, refuse } from '../../../domain/kernel/result.ts';
import { checkIn } from '../../commands/check-in.ts';
import { judgeChoice, judgeScan, judgeWithHistory } from '../../commands/judge-scan.ts';
import { recordDose } from '../../commands/record-dose.ts';
import { voidDose } from '../../commands/void-dose.ts';
import { lastLot } from '../../queries/last-lot.ts';
import { personCard } from '../../queries/person-card.ts';
import { today } from '../../queries/today.ts';
import type { Station } from '../../station.ts';
import type { HandlersOf } from '../handler.ts';

export const deskHandlers: HandlersOf<keyof typeof deskContract> = {
  'desk.today': (station) => accept(today(station)),
  'desk.scan': (station, input) => accept(judgeScan(station, input)),
  'desk.open': (station, { personId }) => {
    const opened = judgeChoice(station, personId);
    return opened.card ? accept(opened) : refuse('person-unknown');
  },
  'desk.count-history': (station, { personId, texts }) => judgeWithHistory(station, personId, texts),
  'desk.card': (station, { personId }) => cardOf(station, personId),
  'desk.last-lot': (station) => accept(lastLot(station)),
  'desk.check-in': (station, input, { actor }) => {
    const result = checkIn(station, actor, input);
    return result.ok ? cardOf(station, input.personId) : result;
  },
  'desk.record-dose': (station, input, { actor }) => {
    const result = recordDose(station, actor, input);
    if (!result.ok) return result;
    const card = cardOf(station, input.personId);
    return card.ok ? accept({ ...card.value, ...result.value }) : card;
  },
  'desk.void-dose': (station, input, { actor }) => {
    const result = voidDose(station, actor, input);
    return result.ok ? cardOf(station, input.personId) : result;
  },
};

function cardOf(station: Station, personId: PersonId): Accepted<PersonCard> | Refused<'person-unknown'> {
  const card = personCard(station, personId);
  return card ? accept(card) : refuse('person-unknown');
}
