import type { MailSettings } from '../../../contracts/ipc/handover-contract.ts';
import { addressOf, type Destination, decideDestination } from '../../../domain/centre/destination.ts';
import { accept, type Result, refuse } from '../../../domain/kernel/result.ts';
import { isSameMailTarget } from '../../../domain/messages/same-mail-target.ts';
import type { Actor } from '../../../domain/staff/actor.ts';
import type { Writes } from '../../context.ts';
import { wakeLane } from '../../store/outbox/outbox.ts';
import { keepSecret, removeSecret, secretOf } from '../../store/secrets.ts';
import { keepSetting, removeSetting, settingOf } from '../../store/settings.ts';
import { runCommand } from '../run-command.ts';

export interface SaveMailSettings {
  readonly requestId: string;
  readonly mail?: MailSettings;
  /** Absent: the one that is kept stays, for the same server and user only. Empty: none. */
  readonly password?: string;
}

/** Keeps how mail is sent, and tries at once what waited for it. Never unencrypted beyond this machine. */
export function saveMailSettings(
  station: Writes,
  actor: Actor,
  { requestId, mail, password }: SaveMailSettings,
): Result<Record<string, never>, 'mail-unencrypted' | 'mail-password-anew'> {
  const { db, now } = station;
  const call = { name: 'save-mail-settings', actor, requestId, topics: ['handover', 'system'] as const };
  return runCommand(station, call, () => {
    if (mail?.security === 'none' && !isThisMachine(mail.host)) return refuse('mail-unencrypted');
    const isElsewhere = mail && !isSameMailTarget(settingOf(db, 'mail'), mail);
    const wouldGoAlong = isElsewhere && password === undefined && secretOf(db, 'mail-password') !== undefined;
    if (wouldGoAlong && mail.user) return refuse('mail-password-anew');
    const events = decideDestination('mail-server', {
      before: destinationOf(settingOf(db, 'mail')),
      after: destinationOf(mail),
      hasNewPassword: mail !== undefined && (password !== undefined || wouldGoAlong === true),
    });
    if (mail) keepSetting(db, 'mail', mail);
    else removeSetting(db, 'mail');
    if (password === '' || !mail || wouldGoAlong) removeSecret(db, 'mail-password');
    else if (password !== undefined) keepSecret(db, 'mail-password', Buffer.from(password, 'utf8'));
    wakeLane(db, 'mail', now());
    return accept({ stream: 'centre', events, value: {} });
  });
}

function destinationOf(mail: MailSettings | undefined): Destination {
  if (!mail) return {};
  const { host, port, security, user, senderName, senderAddress } = mail;
  return {
    address: addressOf(host, port),
    security,
    account: user || undefined,
    sender: `${senderName} <${senderAddress}>`,
  };
}

function isThisMachine(host: string): boolean {
  return /^(localhost|127(\.\d{1,3}){3}|::1|\[::1\])$/i.test(host);
}
