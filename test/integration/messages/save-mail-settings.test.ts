import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { MailSettings } from '../../../contracts/ipc/handover-contract.ts';
import { saveMailSettings } from '../../../main/commands/messages/save-mail-settings.ts';
import { mailPassword } from '../../../main/queries/messages/mail-password.ts';
import { settingOf } from '../../../main/store/settings.ts';
import { must, openTestStation, type TestStation } from '../../support/test-station.ts';

const mail: MailSettings = {
  host: 'mail.example.invalid',
  port: 587,
  security: 'starttls',
  user: 'passes',
  senderName: 'Impfzentrum Musterstadt',
  senderAddress: 'pass@centre.example.invalid',
};
let opened: TestStation;
beforeEach(async () => {
  opened = await openTestStation();
  must(save(mail, 'of that server'));
});
afterEach(() => opened.close());

function save(settings: MailSettings | undefined, password?: string) {
  return saveMailSettings(opened.station, 'operator', {
    requestId: crypto.randomUUID(),
    ...(settings ? { mail: settings } : {}),
    ...(password === undefined ? {} : { password }),
  });
}
const kept = () => ({ mail: settingOf(opened.station.db, 'mail'), password: mailPassword(opened.station) });

describe('the password of the mail server', () => {
  test('stays where only the name or address of the sender changes', () => {
    const renamed = {
      ...mail,
      senderName: 'Impfzentrum Neustadt',
      senderAddress: 'new@centre.example.invalid',
    };
    must(save(renamed));
    expect(kept()).toEqual({ mail: renamed, password: 'of that server' });
  });

  test.each<[string, Partial<MailSettings>]>([
    ['another host', { host: 'mail.attacker.invalid' }],
    ['this machine', { host: '127.0.0.1', security: 'none' }],
    ['another port', { port: 2525 }],
    ['other encryption', { security: 'tls' }],
    ['another user', { user: 'somebody' }],
  ])('is asked for again before it goes to %s, and nothing is changed until it is given', (_, change) => {
    const changed = { ...mail, ...change };
    expect(save(changed)).toMatchObject({ refusal: 'mail-password-anew' });
    expect(kept()).toEqual({ mail, password: 'of that server' });
    must(save(changed, 'of the other server'));
    expect(kept()).toEqual({ mail: changed, password: 'of the other server' });
  });

  test('is forgotten where mail goes elsewhere without signing in, so that no later change brings it there', () => {
    const { user, ...open } = { ...mail, host: 'open.example.invalid' };
    must(save(open));
    expect(kept()).toEqual({ mail: open, password: undefined });
    must(save({ ...open, ...(user ? { user } : {}) }));
    expect(kept().password).toBeUndefined();
  });

  test('is forgotten with the settings, and none may be chosen for another server', () => {
    must(save({ ...mail, host: 'other.example.invalid' }, ''));
    expect(kept().password).toBeUndefined();
    must(save(mail, 'of that server'));
    must(save(undefined));
    expect(kept()).toEqual({ mail: undefined, password: undefined });
  });
});
