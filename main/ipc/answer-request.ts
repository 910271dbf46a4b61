import type { Answer, GeneralReason, Refusal } from '../../contracts/ipc/answer.ts';
import type { Channel } from '../../contracts/ipc/channel.ts';
import { type ChannelName, isChannelName, stationContract } from '../../contracts/ipc/station-contract.ts';
import { isTooDeep } from '../../domain/kernel/is-too-deep.ts';
import type { Result } from '../../domain/kernel/result.ts';
import { mayAsk } from '../../domain/staff/roles.ts';
import { checkSecondSignIn } from '../staff/check-second-sign-in.ts';
import type { Station } from '../station.ts';
import { storeFaultOf } from '../store/store-fault.ts';
import { AskingRefused, presentAsking, whileAsking } from '../store/tables/asking.ts';
import { isAnswered, keepAnswer } from '../store/tables/requests.ts';
import type { Caller, HandlersOf } from './handler.ts';
import { adverseEventsHandlers } from './handlers/adverse-events-handlers.ts';
import { appointmentsHandlers } from './handlers/appointments-handlers.ts';
import { boardHandlers } from './handlers/board-handlers.ts';
import { consentHandlers } from './handlers/consent-handlers.ts';
import { deskHandlers } from './handlers/desk-handlers.ts';
import { doseCorrectionHandlers } from './handlers/dose-correction-handlers.ts';
import { handoverHandlers } from './handlers/handover-handlers.ts';
import { identityHandlers } from './handlers/identity-handlers.ts';
import { importHandlers } from './handlers/import-handlers.ts';
import { messagesHandlers } from './handlers/messages-handlers.ts';
import { outboxHandlers } from './handlers/outbox-handlers.ts';
import { passesHandlers } from './handlers/passes-handlers.ts';
import { peopleHandlers } from './handlers/people-handlers.ts';
import { productsHandlers } from './handlers/products-handlers.ts';
import { recordsHandlers } from './handlers/records-handlers.ts';
import { scanningHandlers } from './handlers/scanning-handlers.ts';
import { schedulesHandlers } from './handlers/schedules-handlers.ts';
import { screeningHandlers } from './handlers/screening-handlers.ts';
import { slotsHandlers } from './handlers/slots-handlers.ts';
import { staffHandlers } from './handlers/staff-handlers.ts';
import { stockHandlers } from './handlers/stock-handlers.ts';
import { syncHandlers } from './handlers/sync-handlers.ts';
import { systemHandlers } from './handlers/system-handlers.ts';
import { templatesHandlers } from './handlers/templates-handlers.ts';
import { walletsHandlers } from './handlers/wallets-handlers.ts';
import { isAboutHidden } from './is-about-hidden.ts';
import { questionOf, requestIdOf } from './question-of.ts';
import { whyNotAnyMore } from './why-not-any-more.ts';

const handlers: HandlersOf<ChannelName> = {
  ...systemHandlers,
  ...deskHandlers,
  ...doseCorrectionHandlers,
  ...passesHandlers,
  ...peopleHandlers,
  ...staffHandlers,
  ...scanningHandlers,
  ...appointmentsHandlers,
  ...slotsHandlers,
  ...productsHandlers,
  ...recordsHandlers,
  ...boardHandlers,
  ...adverseEventsHandlers,
  ...screeningHandlers,
  ...identityHandlers,
  ...consentHandlers,
  ...importHandlers,
  ...walletsHandlers,
  ...stockHandlers,
  ...schedulesHandlers,
  ...messagesHandlers,
  ...syncHandlers,
  ...handoverHandlers,
  ...outboxHandlers,
  ...templatesHandlers,
};

type AnyHandler = (
  station: Station,
  input: unknown,
  caller: Caller,
) => Result<unknown, string | Refusal> | Promise<Result<unknown, string | Refusal>>;

/**
 * The one way in: knows the channel, checks who asks, parses the input, keeps restricted
 * people from those who may not see them, asks the handler, parses what it answers. Nothing that is
 * asked makes it throw: a refusal is a value, anything else a problem with the id of its line in the log.
 */
export async function answerRequest(
  station: Station,
  request: { readonly channel: string; readonly input: unknown },
  caller: Caller,
): Promise<Answer> {
  const name = request.channel;
  if (!isChannelName(name)) return refused('input-invalid');
  const channel: Channel = stationContract[name];
  const may = mayAsk(channel.access, caller.roles);
  if (may !== 'yes') return refused(may);
  if (isTooDeep(request.input)) return refused('input-invalid');
  const input = channel.input.safeParse(request.input);
  if (!input.success) return refused('input-invalid', { field: input.error.issues[0]?.path.join('.') ?? '' });
  const question = questionOf(station, name, input.data, caller);
  const asking = {
    ...(question === undefined ? {} : { question }),
    whyNotAnyMore: whyNotAnyMore(station, channel.access, caller),
  };
  try {
    return await whileAsking(asking, () => answerNamed(station, name, input.data, caller));
  } catch (error) {
    return error instanceof AskingRefused ? refused(error.reason) : broken(station, name, error);
  }
}

/** What names a request is done one after the other, and under one id nothing but what was asked under it first. */
function answerNamed(station: Station, name: ChannelName, input: unknown, caller: Caller): Promise<Answer> {
  const { db, now } = station;
  const requestId = requestIdOf(input);
  if (requestId === undefined) return answerParsed(station, name, input, caller);
  return station.requestTurns.take(requestId, async () => {
    isAnswered(db, requestId);
    const answer = await answerParsed(station, name, input, caller);
    // Most commands keep theirs with what they did. Whatever does not must not serve another question either.
    if (answer.ok && !isAnswered(db, requestId))
      db.transact(() => keepAnswer(db, { requestId, channel: name, value: {}, at: now() }));
    return answer;
  });
}

async function answerParsed(
  station: Station,
  name: ChannelName,
  input: unknown,
  caller: Caller,
): Promise<Answer> {
  const channel: Channel = stationContract[name];
  if (isAboutHidden(station, input, caller.roles)) return refused('person-restricted');
  const approved =
    channel.approvers &&
    (await checkSecondSignIn(station, { actor: caller.actor, approvers: channel.approvers, input }));
  if (approved?.ok === false) return { ok: false, refusal: approved.refusal };
  const why = presentAsking()?.whyNotAnyMore();
  if (why) return refused(why);
  const asking = approved ? { ...caller, approvedBy: approved.value } : caller;
  const result = await (handlers[name] as unknown as AnyHandler)(station, input, asking);
  if (result.ok) return { ok: true, value: channel.output.parse(result.value) };
  const { refusal } = result;
  return { ok: false, refusal: typeof refusal === 'string' ? { reason: refusal } : refusal };
}

function broken(station: Station, channel: ChannelName, error: unknown): Answer {
  const reason = reasonOfFault(storeFaultOf(error)?.code);
  const logId = station.log.problem(reason ?? 'channel-failed', error, { channel });
  return reason ? refused(reason) : { ok: false, problem: { code: 'channel-failed', logId } };
}

function reasonOfFault(code: string | undefined): GeneralReason | undefined {
  switch (code) {
    case 'store-locked':
    case 'store-damaged':
    case 'disk-full':
    case 'disk-silent':
      return code;
    case 'directory-unusable':
      return 'store-unwritable';
    default:
      return undefined;
  }
}

function refused(reason: GeneralReason, details?: Refusal['details']): Answer {
  return { ok: false, refusal: { reason, ...(details ? { details } : {}) } };
}
