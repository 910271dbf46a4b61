import type { MessagePreview, MessagesShown } from '../../../contracts/ipc/messages-contract.ts';
import { type Bilingual, inEach } from '../../../domain/kernel/bilingual.ts';
import { plainDateAt } from '../../../domain/kernel/instant.ts';
import { accept, type Result, refuse } from '../../../domain/kernel/result.ts';
import { MESSAGES_LOOKED_THROUGH, sameBefore } from '../../../domain/messages/centre-message.ts';
import { isMessagePeriod, type MessageDays, stillToCome } from '../../../domain/messages/message-days.ts';
import { noteText } from '../../../domain/messages/note-text.ts';
import { renderText } from '../../../domain/messages/render-message.ts';
import type { Reads } from '../../context.ts';
import { isAfter, lastOfType } from '../../store/event-log/own-events.ts';
import { settingOf } from '../../store/settings.ts';
import {
  centreMessages,
  type KeptCentreMessage,
  reachedByMessage,
} from '../../store/tables/messages/centre-messages.ts';
import { actorName } from '../staff/actor-name.ts';
import { confirmedUpTo } from '../sync/confirmed-up-to.ts';
import { connectionOf } from '../sync/connection-of.ts';

const MOST_SHOWN = 30;

/** What was written to many, newest first, and what became of it as far as headquarters has told. */
export function messagesToMany({ db, settings }: Reads): MessagesShown {
  const stateOf = statesOf({ db, settings });
  return {
    mode: connectionOf(db),
    messages: centreMessages(db, MOST_SHOWN).map((message) => {
      const { messageId, words, days, orderedAt, orderedBy, settled } = message;
      const byName = actorName(db, orderedBy);
      return {
        ...{ messageId, words, days, orderedAt },
        ...(byName === undefined ? {} : { byName }),
        state: settled?.outcome ?? stateOf(message),
        passes: settled?.passes ?? 0,
        mails: settled?.mails ?? 0,
      };
    }),
  };
}

/**
 * What is known of a message of which headquarters has told nothing. Of one from before the centre left nobody will
 * tell any more, nor does anything go out by itself.
 */
function statesOf({ db, settings }: Pick<Reads, 'db' | 'settings'>) {
  const link = settingOf(db, 'headquarters');
  const left = lastOfType(db, settings.station, 'HeadquartersLeft');
  const confirmed = link && confirmedUpTo(link, settings);
  const isConnected = connectionOf(db) === 'connected';
  return (message: KeptCentreMessage): 'waiting' | 'under-way' | 'unknown' => {
    const isOwn = message.station === settings.station;
    const isOfBefore = left && (isOwn ? !isAfter(message, left) : message.orderedAt <= left.at);
    if (!isConnected || isOfBefore) return 'unknown';
    return isOwn && confirmed && isAfter(message, confirmed) ? 'waiting' : 'under-way';
  };
}

/** What whoever gets it would read, and how many would; by what is known here now. */
export function previewMessage(
  { db, now, settings }: Reads,
  { words, days }: { readonly words: Bilingual; readonly days: MessageDays },
): Result<MessagePreview, 'message-not-connected' | 'message-period'> {
  const link = settingOf(db, 'headquarters');
  if (!link || connectionOf(db) !== 'connected') return refuse('message-not-connected');
  const today = plainDateAt(now(), settings.timeZone);
  if (!isMessagePeriod(days, today)) return refuse('message-period');
  const { centreAddress, centrePhone, timeZone } = settings;
  const mailIn = (language: 'de' | 'en') =>
    renderText(
      noteText({
        words,
        language,
        person: { givenName: 'Erika', familyName: 'Mustermann' },
        centre: {
          name: link.centreName,
          timeZone,
          street: centreAddress || undefined,
          phone: centrePhone || undefined,
        },
        page: `${link.address}/my/…`,
      }),
      language,
    );
  const same = sameBefore({ words, days }, centreMessages(db, MESSAGES_LOOKED_THROUGH), now());
  return accept({
    ...reachedByMessage(db, stillToCome(days, today)),
    mailSubject: inEach((language) => mailIn(language).subject),
    mailText: inEach((language) => mailIn(language).text),
    ...(same ? { sameSentAt: same.orderedAt } : {}),
  });
}
