import type { consentContract } from '../../../contracts/ipc/consent-contract.ts';
import type { ChannelOutput } from '../../../contracts/ipc/station-contract.ts';
import { accept } from '../../../domain/kernel/result.ts';
import { chooseConsentKinds } from '../../commands/consent/choose-consent-kinds.ts';
import { giveConsent } from '../../commands/consent/give-consent.ts';
import { withdrawConsent } from '../../commands/consent/withdraw-consent.ts';
import { consentOfPerson, consentViews } from '../../queries/consent/consent.ts';
import type { ReadableDb } from '../../store/database.ts';
import { historyOf } from '../../store/event-log/read-events.ts';
import { consentSetting } from '../../store/tables/consent/consent-kinds.ts';
import type { HandlersOf } from '../handler.ts';

export const consentHandlers: HandlersOf<keyof typeof consentContract> = {
  'consent.setting': ({ db }) => accept(settingView(db)),
  'consent.choose-kinds': (station, input, { actor }) => {
    const done = chooseConsentKinds(station, actor, input);
    return done.ok ? accept(settingView(station.db)) : done;
  },
  'consent.of-person': (station, { personId }) => accept(consentOfPerson(station, personId)),
  'consent.list': ({ db }, { personId }) => accept({ consents: consentViews(db, historyOf(db, personId)) }),
  'consent.give': (station, { productId: seenProductId, ...input }, { actor }) => {
    const done = giveConsent(station, actor, { ...input, seenProductId });
    return done.ok ? accept(consentOfPerson(station, input.personId)) : done;
  },
  'consent.give-as-doctor': (station, { productId: seenProductId, ...input }, { actor }) => {
    const done = giveConsent(station, actor, { ...input, seenProductId });
    return done.ok ? accept(consentOfPerson(station, input.personId)) : done;
  },
  'consent.withdraw': (station, input, { actor }) => {
    const done = withdrawConsent(station, actor, input);
    return done.ok ? accept(consentOfPerson(station, input.personId)) : done;
  },
};

function settingView(db: ReadableDb): ChannelOutput<'consent.setting'> {
  const { kinds, isChosen } = consentSetting(db);
  return { kinds: [...kinds], isChosen };
}
