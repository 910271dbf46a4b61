import type { MailSettings } from '../../contracts/ipc/handover-contract.ts';
import { accept, type Result, refuse } from '../../domain/kernel/result.ts';
import type { Station } from '../station.ts';
import { wakeLane } from '../store/outbox/outbox.ts';
import { keepSecret, removeSecret } from '../store/secrets.ts';
import { keepSetting, removeSetting } from '../store/settings.ts';

export interface SaveMailSettings {
  readonly mail?: MailSettings;
  /** Absent: the one that is kept stays. Empty: none. */
  readonly password?: string;
}

/** Keeps how mail is sent, and tries at once what waited for it. Never unencrypted beyond this machine. */
export function saveMailSettings(
  station: Station,
  { mail, password }: SaveMailSettings,
): Result<Record<string, never>, 'mail-unencrypted'> {
  if (mail?.security === 'none' && !isThisMachine(mail.host)) return refuse('mail-unencrypted');
  const { db, now } = station;
  db.transact(() => {
    if (mail) keepSetting(db, 'mail', mail);
    else removeSetting(db, 'mail');
    if (password === '' || !mail) removeSecret(db, 'mail-password');
    else if (password !== undefined) keepSecret(db, 'mail-password', Buffer.from(password, 'utf8'));
    wakeLane(db, 'mail', now());
  });
  station.announce(['handover', 'system']);
  return accept({});
}

function isThisMachine(host: string): boolean {
  return /^(localhost|127(\.\d{1,3}){3}|::1|\[::1\])$/i.test(host);
}
