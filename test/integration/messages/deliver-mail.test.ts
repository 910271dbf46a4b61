import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import type { MailSettings } from '../../../contracts/ipc/handover-contract.ts';
import { deliverMail, type Mail } from '../../../messaging/mail-server.ts';
import { startMailServer, type TestMailServer } from '../../support/mail-server.ts';
import { startUnending } from '../../support/unending-server.ts';

let server: TestMailServer | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

describe('a mail server that does not do its part', () => {
  const mail: Mail = {
    messageId: 'a@b.example.invalid',
    to: { name: 'A', address: 'a@example.invalid' },
    subject: 'S',
    text: 'T',
    html: '<p>T</p>',
    attachments: [],
  };
  const times = { connectMs: 300, silenceMs: 300, wholeMs: 1_500 };
  const settingsFor = (port: number, more: Partial<MailSettings> = {}): MailSettings => ({
    host: '127.0.0.1',
    port,
    security: 'none',
    senderName: 'C',
    senderAddress: 'c@example.invalid',
    ...more,
  });
  const faultAt = async (settings: MailSettings, password?: string) => {
    const sent = await deliverMail(settings, password, mail, times);
    return sent.ok ? 'sent' : sent.refusal;
  };
  const withSocketServer = async (onSocket: (socket: Socket) => void): Promise<string> => {
    const sockets = new Set<Socket>();
    const raw: Server = createServer((socket) => {
      sockets.add(socket);
      socket.on('error', () => {});
      onSocket(socket);
    });
    await new Promise<void>((resolve) => raw.listen(0, '127.0.0.1', resolve));
    try {
      return await faultAt(settingsFor((raw.address() as AddressInfo).port));
    } finally {
      for (const socket of sockets) socket.destroy();
      raw.close();
    }
  };

  test('that is not there is unreachable', async () => {
    expect(await faultAt(settingsFor(1))).toBe('mail-unreachable');
  });

  test('that says nothing is timed out', async () => {
    expect(await withSocketServer(() => {})).toBe('mail-timeout');
  });

  test.each([
    ['a line', '220 ', 'x'],
    ['an answer', '', '220-and more\r\n'],
  ])('that never ends %s is left, and fills no memory', async (_what, first, again) => {
    const endless = await startUnending(first, again, { onConnect: true });
    expect(await faultAt(settingsFor(endless.port))).not.toBe('sent');
    expect(endless.sent()).toBeLessThan(32 * 1024 * 1024);
    endless.close();
  });

  test('that drips for ever is timed out', async () => {
    const fault = withSocketServer((socket) => {
      socket.write('220-wait\r\n');
      const timer = setInterval(() => socket.write('220-wait\r\n'), 100);
      socket.on('close', () => clearInterval(timer));
    });
    expect(await fault).toBe('mail-timeout');
  });

  test('that drops the line is named so', async () => {
    expect(await withSocketServer((socket) => socket.end('220 hello\r\n'))).toBe('mail-dropped');
  });

  test('whose certificate nobody vouches for gets no mail and no password', async () => {
    server = await startMailServer({ security: 'starttls', account: { user: 'u', password: 'p' } });
    expect(await faultAt(server.settings, 'p')).toBe('mail-insecure');
    expect(server.mails).toEqual([]);
  });

  test('that offers no encryption gets no mail where encryption is wanted', async () => {
    server = await startMailServer();
    const fault = await faultAt({ ...server.settings, security: 'starttls' });
    expect(fault).toBe('mail-insecure');
    expect(server.mails).toEqual([]);
  });

  test('that knows another password says so', async () => {
    server = await startMailServer({ account: { user: 'u', password: 'right' } });
    expect(await faultAt(server.settings, 'wrong')).toBe('mail-sign-in');
    expect(await faultAt(server.settings, 'right')).toBe('sent');
  });
});
