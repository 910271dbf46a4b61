import type { GoogleCardView } from '../../contracts/ipc/wallets-contract.ts';
import type { Instant } from '../../domain/kernel/instant.ts';
import { genericObject } from '../../issuing/google/generic-object.ts';
import { cardOfObject, cardOfPrivatePass } from '../../issuing/google/google-card.ts';
import { privatePass } from '../../issuing/google/private-pass.ts';
import type { CardSource } from './card-of-pass.ts';

/** How a card will look, made from what would be sent: for the desk, and for a template that is being designed. */
export function googleCardOf(source: CardSource, mode: 'neutral' | 'private', now: Instant): GoogleCardView {
  const { content, template, language } = source;
  const issuerId = '0';
  return mode === 'private'
    ? cardOfPrivatePass(privatePass(content, template, { issuerId, language }))
    : cardOfObject(genericObject(content, template, { issuerId, now }), language);
}
