import { isOpenVisit } from '../../../domain/appointments/visits.ts';
import { decideGiveConsent, type GiveConsentRefusal } from '../../../domain/consent/decide-consent.ts';
import type { ConsentForm, ConsentingParty } from '../../../domain/consent/events.ts';
import { consentAge } from '../../../domain/consent/who-consents.ts';
import {
  type ConsentId,
  idOf,
  type PersonId,
  type ProductId,
  type VisitId,
} from '../../../domain/kernel/ids.ts';
import { plainDateAt } from '../../../domain/kernel/instant.ts';
import { accept, type Result, refuse } from '../../../domain/kernel/result.ts';
import type { Actor } from '../../../domain/staff/actor.ts';
import type { Writes } from '../../context.ts';
import { loadPerson, withSeries } from '../../histories/person-history.ts';
import { productOfKnown } from '../../queries/products/product-of-person.ts';
import { consentSetting } from '../../store/tables/consent/consent-kinds.ts';
import { runCommand } from '../run-command.ts';

export interface GiveConsentInput {
  readonly requestId?: string;
  readonly personId: PersonId;
  readonly visitId: VisitId;
  /** Of which vaccine the form spoke. */
  readonly seenProductId: ProductId;
  readonly form: ConsentForm;
  readonly party: ConsentingParty;
}

/** Somebody consents to be vaccinated with the vaccine that they are here for. */
export function giveConsent(
  station: Writes,
  actor: Actor,
  { requestId, seenProductId, ...wish }: GiveConsentInput,
): Result<{ consentId: ConsentId }, GiveConsentRefusal | 'person-unknown'> {
  return runCommand(station, { name: 'give-consent', actor, requestId }, () => {
    const { db } = station;
    const { personId, visitId } = wish;
    const known = loadPerson(db, personId);
    // Nothing personal can be written of somebody whose key is not here, or was destroyed.
    if (!('details' in known.person)) return refuse('person-unknown');
    const today = plainDateAt(station.now(), station.settings.timeZone);
    const isHere = isOpenVisit(known.appointments.visits, visitId, today);
    const age = consentAge(known.person.details.birthDate, today);
    const { productId } = productOfKnown(station, withSeries(db, personId, known)).product;
    const consentId = idOf<ConsentId>(station.newId());
    const consent = { ...wish, consentId, productId: seenProductId };
    const decided = decideGiveConsent(consentSetting(db), { isHere, age, productId }, consent);
    if (!decided.ok) return decided;
    return accept({ stream: personId, events: decided.value, known, value: { consentId } });
  });
}
