import { adverseEventsContract } from './adverse-events-contract.ts';
import type { Answer } from './answer.ts';
import { appointmentsContract } from './appointments-contract.ts';
import { boardContract } from './board-contract.ts';
import type { InputOf, OutputOf, ReasonOf } from './channel.ts';
import { consentContract } from './consent-contract.ts';
import { deskContract } from './desk-contract.ts';
import { doseCorrectionContract } from './dose-correction-contract.ts';
import { handoverContract } from './handover-contract.ts';
import { identityContract } from './identity-contract.ts';
import { importContract } from './import-contract.ts';
import { messagesContract } from './messages-contract.ts';
import { outboxContract } from './outbox-contract.ts';
import { passesContract } from './passes-contract.ts';
import { peopleContract } from './people-contract.ts';
import { productsContract } from './products-contract.ts';
import { recordsContract } from './records-contract.ts';
import { scanningContract } from './scanning-contract.ts';
import { schedulesContract } from './schedules-contract.ts';
import { screeningContract } from './screening-contract.ts';
import { slotsContract } from './slots-contract.ts';
import { staffContract } from './staff-contract.ts';
import { stockContract } from './stock-contract.ts';
import { syncContract } from './sync-contract.ts';
import { systemContract } from './system-contract.ts';
import { templatesContract } from './templates-contract.ts';
import { walletsContract } from './wallets-contract.ts';

/** Everything that may cross from a renderer to the service; nothing else does. */
export const stationContract = {
  ...systemContract,
  ...deskContract,
  ...doseCorrectionContract,
  ...passesContract,
  ...handoverContract,
  ...outboxContract,
  ...messagesContract,
  ...peopleContract,
  ...staffContract,
  ...scanningContract,
  ...appointmentsContract,
  ...slotsContract,
  ...productsContract,
  ...schedulesContract,
  ...recordsContract,
  ...boardContract,
  ...adverseEventsContract,
  ...screeningContract,
  ...identityContract,
  ...consentContract,
  ...importContract,
  ...walletsContract,
  ...templatesContract,
  ...stockContract,
  ...syncContract,
};

export type StationContract = typeof stationContract;
export type ChannelName = keyof StationContract;
export type ChannelInput<Name extends ChannelName> = InputOf<StationContract[Name]>;
export type ChannelOutput<Name extends ChannelName> = OutputOf<StationContract[Name]>;
export type ChannelReason<Name extends ChannelName> = ReasonOf<StationContract[Name]>;
export type ChannelAnswer<Name extends ChannelName> = Answer<ChannelOutput<Name>, ChannelReason<Name>>;

export function isChannelName(name: unknown): name is ChannelName {
  return typeof name === 'string' && Object.hasOwn(stationContract, name);
}
