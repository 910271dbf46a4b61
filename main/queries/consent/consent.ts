import type { ConsentView } from '../../../contracts/ipc/consent-contract.ts';
import type { ChannelOutput } from '../../../contracts/ipc/station-contract.ts';
import { openVisitOn } from '../../../domain/appointments/visits.ts';
import {
  type ConsentState,
  endedWith,
  evolveConsent,
  isWithdrawnHere,
  lastGuardian,
  neverConsented,
  standingConsent,
} from '../../../domain/consent/consent.ts';
import { consentAge } from '../../../domain/consent/who-consents.ts';
import { fold } from '../../../domain/kernel/event.ts';
import type { ConsentId, PersonId } from '../../../domain/kernel/ids.ts';
import { plainDateAt } from '../../../domain/kernel/instant.ts';
import { productOf } from '../../../domain/products/catalogue.ts';
import type { RecordedEvent } from '../../../domain/station-event.ts';
import type { Reads } from '../../context.ts';
import { knownFrom, withSeries } from '../../histories/person-history.ts';
import type { ReadableDb } from '../../store/database.ts';
import { historyOf } from '../../store/event-log/read-events.ts';
import { consentSetting } from '../../store/tables/consent/consent-kinds.ts';
import { productOfKnown } from '../products/product-of-person.ts';
import { actorName } from '../staff/actor-name.ts';

export function consentsFrom(history: readonly RecordedEvent[]): ConsentState {
  return fold(neverConsented, evolveConsent, history);
}

/** Of today's visit of somebody: what is asked, of whom, and what was said already. */
export function consentOfPerson(station: Reads, personId: PersonId): ChannelOutput<'consent.of-person'> {
  const { db, now, settings } = station;
  const history = historyOf(db, personId);
  const known = knownFrom(history);
  const today = plainDateAt(now(), settings.timeZone);
  const { kinds } = consentSetting(db);
  // Of somebody whose key is not here nothing is known that would make it another's consent.
  const age = 'details' in known.person ? consentAge(known.person.details.birthDate, today) : 'self';
  const visitId = openVisitOn(known.appointments.visits, today)?.visitId;
  const { productId, name } = productOfKnown(station, withSeries(db, personId, known)).product;
  const state = consentsFrom(history);
  const dose = { visitId, productId };
  const standing = standingConsent(state, dose);
  const isWithdrawn = isWithdrawnHere(state, dose);
  const isSaidWithDose = kinds.join() === 'oral' && age === 'self' && !isWithdrawn;
  const guardian = lastGuardian(state);
  return {
    vaccine: { productId, name },
    kinds: [...kinds],
    asked: isSaidWithDose ? 'with-dose' : 'first',
    age,
    ...(visitId ? { visitId } : {}),
    ...(standing ? { standing: consentViews(db, history).find(isOf(standing.consentId)) } : {}),
    isWithdrawn,
    ...(guardian ? { lastGuardian: guardian } : {}),
  };
}

function isOf(consentId: ConsentId) {
  return (view: ConsentView) => view.consentId === consentId;
}

/** All consents in a history, the latest first. */
export function consentViews(db: ReadableDb, history: readonly RecordedEvent[]): ConsentView[] {
  const withdrawals = withdrawalsIn(db, history);
  return history
    .flatMap(({ event, recordedAt, actor }): ConsentView[] => {
      if (event.type !== 'ConsentGiven') return [];
      const { consentId, productId, personal } = event.data;
      const withdrawn = withdrawals.get(consentId);
      return [
        {
          consentId,
          recordedAt,
          ...named(db, actor),
          vaccine: productOf(productId)?.name ?? '',
          ...(personal ? { form: shownForm(personal.form), party: personal.party } : {}),
          ...(withdrawn ? { withdrawn } : {}),
        },
      ];
    })
    .reverse();
}

type Personal = NonNullable<Extract<RecordedEvent['event'], { type: 'ConsentGiven' }>['data']['personal']>;

function shownForm(form: Personal['form']): ConsentView['form'] {
  return form.kind === 'signature' ? { ...form, strokes: form.strokes.map((each) => [...each]) } : form;
}

/** By which each consent ended: its own, or that of another one against the same disease in the visit. */
function withdrawalsIn(db: ReadableDb, history: readonly RecordedEvent[]) {
  const ended = new Map<ConsentId, NonNullable<ConsentView['withdrawn']>>();
  let said = neverConsented;
  for (const recorded of history) {
    const { event, recordedAt, actor } = recorded;
    if (event.type === 'ConsentWithdrawn') {
      const shown = { recordedAt, ...named(db, actor), ...event.data.personal };
      for (const consentId of endedWith(said, event.data.consentId))
        if (consentId === event.data.consentId || !ended.has(consentId)) ended.set(consentId, shown);
    }
    said = evolveConsent(said, recorded);
  }
  return ended;
}

function named(db: ReadableDb, actor: string): { by?: string } {
  const by = actorName(db, actor);
  return by ? { by } : {};
}
