import type { MailFault } from '../../../contracts/ipc/handover-contract.ts';
import type { Language } from '../../../domain/kernel/bilingual.ts';
import { accept, type Result, refuse } from '../../../domain/kernel/result.ts';
import { isEmailAddress } from '../../../domain/messages/email-address.ts';
import { deliverMail } from '../../../messaging/mail-server.ts';
import type { Writes } from '../../context.ts';
import { mailPassword } from '../../queries/messages/mail-password.ts';
import { settingOf } from '../../store/settings.ts';
import { answeredValue, keepAnswer } from '../../store/tables/requests.ts';

const words = {
  de: {
    subject: 'Testnachricht der Impfpass Station',
    text: 'Diese Nachricht zeigt, dass der E-Mail-Versand funktioniert.',
  },
  en: {
    subject: 'Test message from Impfpass Station',
    text: 'This message shows that sending mail works.',
  },
} as const;

/** Sends a mail at once with the settings that are kept, and says what the server made of it. Sent once a request. */
export async function sendTestMail(
  station: Writes,
  { requestId, to, language }: { requestId: string; to: string; language: Language },
): Promise<Result<Record<string, never>, MailFault | 'email-invalid'>> {
  if (!isEmailAddress(to)) return refuse('email-invalid');
  const { db, now } = station;
  if (answeredValue(db, requestId, 'send-test-mail')) return accept({});
  const settings = settingOf(db, 'mail');
  if (!settings) return refuse('mail-not-set-up');
  const { subject, text } = words[language];
  const sent = await deliverMail(settings, mailPassword(station), {
    messageId: `${requestId}@${settings.senderAddress.slice(settings.senderAddress.lastIndexOf('@') + 1)}`,
    to: { name: '', address: to },
    subject,
    text: `${text}\n`,
    html: `<p>${text}</p>`,
    attachments: [],
  });
  if (!sent.ok) return sent;
  db.transact(() => {
    if (!answeredValue(db, requestId, 'send-test-mail'))
      keepAnswer(db, { requestId, channel: 'send-test-mail', value: {}, at: now() });
  });
  return accept({});
}
