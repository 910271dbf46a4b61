import 'reflect-metadata';
import { KeyObject, X509Certificate as NodeCertificate, randomBytes } from 'node:crypto';
import http2 from 'node:http2';
import type { AddressInfo } from 'node:net';
import type { TLSSocket } from 'node:tls';
import {
  BasicConstraintsExtension,
  SubjectAlternativeNameExtension,
  X509CertificateGenerator,
} from '@peculiar/x509';

export interface SimulatedApns {
  readonly endpoint: string;
  /** Whom a client must trust to speak to it. */
  readonly caPem: string;
  readonly pushes: { readonly token: string; readonly topic: string; readonly body: string }[];
  /** What the next pushes are answered with; 200 when there is none. */
  readonly answers: { readonly status: number; readonly body?: object }[];
  /** Resolves as soon as so many pushes came. */
  received(count: number): Promise<void>;
  /** Breaks every connection, as a network does. */
  cut(): void;
  close(): Promise<void>;
}

/**
 * Apple's push service on loopback: HTTP/2 over TLS, and nobody without a client certificate of the authority that is
 * asked for at each connection. `take` hears of each push that was taken.
 */
export async function startSimulatedApns(
  clientAuthorityPem: () => string | undefined,
  take: (deviceToken: string) => void = () => {},
): Promise<SimulatedApns> {
  const { keyPem, certificatePem } = await loopbackCertificate();
  const pushes: SimulatedApns['pushes'] = [];
  const answers: SimulatedApns['answers'] = [];
  const sessions = new Set<http2.ServerHttp2Session>();
  let waiters: { count: number; done: () => void }[] = [];
  const server = http2.createSecureServer({
    key: keyPem,
    cert: certificatePem,
    // A partial chain, as Apple's: the client shows its own certificate without the intermediate.
    requestCert: true,
    rejectUnauthorized: false,
  });
  server.on('session', (session) => {
    const shown = (session.socket as TLSSocket).getPeerX509Certificate();
    const authority = clientAuthorityPem();
    if (!authority || !shown?.verify(new NodeCertificate(authority).publicKey)) return session.destroy();
    sessions.add(session);
    session.on('close', () => sessions.delete(session)).on('error', () => {});
  });
  server.on('stream', (stream, headers) => {
    let body = '';
    stream.setEncoding('utf8');
    stream.on('data', (part: string) => {
      body += part;
    });
    stream.on('end', () => {
      const token = String(headers[':path']).replace('/3/device/', '');
      pushes.push({ token, topic: String(headers['apns-topic']), body });
      const answer = answers.shift() ?? { status: 200 };
      stream.respond({ ':status': answer.status });
      stream.end(answer.body ? JSON.stringify(answer.body) : '');
      if (answer.status === 200) take(token);
      waiters = waiters.filter(({ count, done }) => pushes.length < count || done());
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    endpoint: `https://127.0.0.1:${(server.address() as AddressInfo).port}`,
    caPem: certificatePem,
    pushes,
    answers,
    received: (count) =>
      new Promise((done) => (pushes.length >= count ? done() : waiters.push({ count, done }))),
    cut() {
      for (const session of sessions) session.destroy();
    },
    async close() {
      for (const session of sessions) session.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function loopbackCertificate(): Promise<{ keyPem: string; certificatePem: string }> {
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
  const keys = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const certificate = await X509CertificateGenerator.createSelfSigned({
    serialNumber: `5${randomBytes(8).toString('hex')}`,
    name: [{ CN: ['127.0.0.1'] }],
    notBefore: new Date('2020-01-01'),
    notAfter: new Date('2040-01-01'),
    signingAlgorithm: algorithm,
    keys,
    extensions: [
      new BasicConstraintsExtension(true, 0, true),
      new SubjectAlternativeNameExtension([{ type: 'ip', value: '127.0.0.1' }]),
    ],
  });
  const keyPem = KeyObject.from(keys.privateKey).export({ type: 'pkcs8', format: 'pem' }).toString();
  return { keyPem, certificatePem: `${certificate.toString('pem')}\n` };
}
