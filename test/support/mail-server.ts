import type { AddressInfo } from 'node:net';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import type { MailSettings } from '../../contracts/ipc/handover-contract.ts';

/** A real mail server on loopback that keeps what it takes. */
export interface TestMailServer {
  readonly settings: MailSettings;
  readonly mails: ParsedMail[];
  close(): Promise<void>;
}

export interface MailServerBehaviour {
  /** What RCPT TO is answered with, in turn; taken once they are used up. */
  readonly refusals?: { code: number; text: string }[];
  readonly security?: MailSettings['security'];
  /** Who may sign in; nobody has to when absent. */
  readonly account?: { user: string; password: string };
  readonly port?: number;
}

export async function startMailServer(behaviour: MailServerBehaviour = {}): Promise<TestMailServer> {
  const { refusals = [], security = 'none', account } = behaviour;
  const mails: ParsedMail[] = [];
  const server = new SMTPServer({
    secure: security === 'tls',
    disabledCommands: [...(account ? [] : ['AUTH']), ...(security === 'starttls' ? [] : ['STARTTLS'])],
    authOptional: !account,
    allowInsecureAuth: true,
    onAuth: ({ username, password }, _session, done) => {
      const isKnown = username === account?.user && password === account?.password;
      done(isKnown ? null : new Error('wrong'), isKnown ? { user: username } : undefined);
    },
    onRcptTo: (_address, _session, done) => {
      const refusal = refusals.shift();
      done(refusal && Object.assign(new Error(refusal.text), { responseCode: refusal.code }));
    },
    onData: (stream, _session, done) => {
      void simpleParser(stream).then((mail) => {
        mails.push(mail);
        done();
      });
    },
  });
  server.on('error', () => {}); // clients that break off
  await new Promise<void>((resolve) => server.listen(behaviour.port ?? 0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    settings: {
      host: '127.0.0.1',
      port,
      security,
      senderName: 'Impfzentrum Musterstadt',
      senderAddress: 'pass@centre.example.invalid',
      ...(account ? { user: account.user } : {}),
    },
    mails,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
