import type { OutboxDraft } from '../outbox/outbox-draft.ts';
import type { FollowUp } from './follow-up.ts';

type PassChange = 'PassIssued' | 'PassUpdated' | 'PassRedesigned' | 'PassVoided';

/** Every state of a pass is signed. A redesign of all passes lets those go first that somebody waits for. */
export const passIsSigned: FollowUp<PassChange, never> = {
  name: 'pass-is-signed',
  decidedBy: 'headquarters',
  needs: [],
  follow: (events) => ({
    outbox: events
      // Of somebody erased nothing is left to sign.
      .filter(({ event }) => event.type !== 'PassVoided' || event.data.reason !== 'erased')
      .map(({ event }) => workOn('sign-pass', event)),
  }),
};

/** While a record is restricted its pass is not signed: what changed meanwhile is brought to the phone afterwards. */
export const passIsSignedAgain: FollowUp<'RestrictionLifted', 'person'> = {
  name: 'pass-is-signed-again',
  decidedBy: 'headquarters',
  needs: ['person'],
  follow: (events, { person }) => ({
    outbox: events.flatMap(({ event }): OutboxDraft[] => {
      const { pass } = person(event.data.personId);
      return pass.status === 'valid' ? [{ kind: 'sign-pass', subject: pass.passId }] : [];
    }),
  }),
};

/**
 * How many doses there are goes by the schedule that is confirmed: a station updates the passes that say another number,
 * headquarters has them fetched again. Each confirmation has its own run: one that comes before another was
 * worked off does not take its place.
 */
export const passesAreRecounted: FollowUp<'ScheduleVersionActivated', never> = {
  name: 'passes-are-recounted',
  decidedBy: 'headquarters',
  needs: [],
  follow: (events) => ({
    outbox: events.map(({ id, event: { data } }) => ({
      kind: 'recount-passes',
      subject: id,
      payload: { group: data.group, book: data.book, version: data.version, confirmation: id },
      priority: 'bulk',
    })),
  }),
};

/**
 * Whatever changes a pass changes its card at Google, where the centre uses it and the pass has one. The account lies
 * at the station: it follows what headquarters decided too (`main/commit/follow-received.ts`).
 */
export const cardFollowsPass: FollowUp<PassChange, 'googleWallet' | 'hasGoogleCard'> = {
  name: 'card-follows-pass',
  decidedBy: 'station',
  needs: ['googleWallet', 'hasGoogleCard'],
  follow(events, { googleWallet, hasGoogleCard }) {
    const use = googleWallet();
    if (!use) return {};
    return {
      outbox: events
        .filter(({ event }) => use.cardsFor === 'every-pass' || hasGoogleCard(event.data.passId))
        .map(({ event }) => workOn('google-object', event)),
    };
  },
};

/**
 * What all neutral cards share goes to Google at once, before the first card of it: what Google has against it is
 * seen by who published it.
 */
export const classFollowsTemplate: FollowUp<'TemplatePublished' | 'GoogleWalletSet', 'googleWallet'> = {
  name: 'class-follows-template',
  decidedBy: 'station',
  needs: ['googleWallet'],
  follow: (_, { googleWallet }) =>
    googleWallet()?.mode === 'neutral' ? { outbox: [{ kind: 'google-class', subject: 'published' }] } : {},
};

function workOn(
  kind: 'sign-pass' | 'google-object',
  { type, data }: { readonly type: PassChange; readonly data: { readonly passId: string } },
): OutboxDraft {
  return { kind, subject: data.passId, ...(type === 'PassRedesigned' ? { priority: 'bulk' } : {}) };
}
