import { createHash } from 'node:crypto';
import type { MailSettings } from '../contracts/ipc/handover-contract.ts';
import type { Instant } from '../domain/kernel/instant.ts';
import type { MessageFacts } from '../domain/messages/message-facts.ts';
import { messageTable } from '../domain/messages/message-kind.ts';
import { oneLine } from '../domain/messages/message-text.ts';
import { renderMessage } from '../domain/messages/render-message.ts';
import { type CalendarDate, calendarFile } from './calendar-file.ts';
import type { Mail, MailAttachment } from './mail-server.ts';

export interface MessageMail {
  readonly facts: MessageFacts;
  readonly to: string;
  readonly from: MailSettings;
  /** Names this piece of work: the same again has the same Message-ID. */
  readonly workId: string;
  readonly passFile?: MailAttachment;
  /** The dates that go along: all open ones with the pass, else the one the message is about. */
  readonly dates: readonly CalendarDate[];
  readonly now: Instant;
}

/** A message as the mail that carries it. */
export function messageMail(parts: MessageMail): Mail {
  const { facts, to, from, passFile, dates } = parts;
  const { subject, text, html } = renderMessage({ ...facts, hasCalendar: dates.length > 0 });
  const isInvitation = messageTable[facts.message].changesCalendar;
  const { name, street: address, phone, timeZone } = facts.centre;
  const calendar = calendarFile({
    dates,
    language: facts.language,
    centre: { name, timeZone, ...(address ? { address } : {}), ...(phone ? { phone } : {}) },
    ...(isInvitation ? { invitation: { from: from.senderAddress, to } } : {}),
    now: parts.now,
  });
  const isEnd = dates.every(({ isCancelled }) => isCancelled);
  return {
    messageId: messageIdOf(parts.workId, from),
    to: { name: oneLine(`${facts.person.givenName} ${facts.person.familyName}`), address: to },
    subject,
    text,
    html,
    attachments: [
      ...(passFile ? [passFile] : []),
      ...(dates.length > 0 && !isInvitation ? [calendarAttachment(calendar)] : []),
    ],
    ...(dates.length > 0 && isInvitation
      ? { calendar: { method: isEnd ? ('CANCEL' as const) : ('REQUEST' as const), text: calendar } }
      : {}),
  };
}

/** The Message-ID of a piece of work: the same again has the same one. */
export function messageIdOf(workId: string, { senderAddress }: Pick<MailSettings, 'senderAddress'>): string {
  return `${digest(workId)}@${senderAddress.slice(senderAddress.lastIndexOf('@') + 1)}`;
}

export function passFileName(shortNumber: string): string {
  return `Impfpass-${shortNumber}.pkpass`;
}

export const passMediaType = 'application/vnd.apple.pkpass';
export const calendarMediaType = 'text/calendar; charset=utf-8';

function calendarAttachment(text: string): MailAttachment {
  return { fileName: 'termine.ics', mediaType: calendarMediaType, bytes: Buffer.from(text, 'utf8') };
}

function digest(workId: string): string {
  return createHash('sha256').update(workId).digest('base64url').slice(0, 27);
}
