import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import https from 'node:https';
import os from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { connect } from 'node:tls';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { issueCode } from '../../../headquarters/features/enrolment/enrolment.ts';
import { readSettings } from '../../../headquarters/settings.ts';
import { type RunningHeadquarters, startHeadquarters } from '../../../headquarters/start-headquarters.ts';
import { addCentre } from '../../../headquarters/store/centres.ts';
import { inCentre } from '../../../headquarters/store/open-databases.ts';
import { changeStanding } from '../../../headquarters/store/stations.ts';
import { followTls, readTls } from '../../../headquarters/tls.ts';
import { syncStatus } from '../../../main/queries/sync/sync-status.ts';
import { joinHeadquarters } from '../../../main/sync/join-headquarters.ts';
import { until } from '../../support/booking-page.ts';
import { aDatabase, type TestDatabase, testLog } from '../../support/headquarters.ts';
import { openTestStation, type TestStation } from '../../support/test-station.ts';
import { aTlsAuthority, type TlsAuthority } from '../../support/tls-authority.ts';

let dir: string;
let database: TestDatabase;
let authority: TlsAuthority;
let running: RunningHeadquarters;
const logged: Record<string, unknown>[] = [];
const log = testLog(logged);
const files = () => ({
  keyFile: path.join(dir, 'server.key'),
  certificateFile: path.join(dir, 'server.pem'),
});

beforeAll(async () => {
  dir = mkdtempSync(path.join(os.tmpdir(), 'impfpass-tls-'));
  database = await aDatabase();
  authority = await aTlsAuthority();
  await renew();
  const settings = { dir, host: '127.0.0.1', port: 0, databaseUrl: database.url, tls: files() };
  running = await startHeadquarters({ settings, log });
  const centre = { id: 'nord', name: 'Impfzentrum Nord', address: '', phone: '', email: '' };
  const { databases, now } = running.headquarters;
  await addCentre(databases.app, { ...centre, timeZone: 'Europe/Berlin' }, now());
});
afterAll(async () => {
  await running.close();
  await database.drop();
  rmSync(dir, { recursive: true, force: true });
});

async function renew(address = '127.0.0.1', dates?: { notAfter: Date }): Promise<void> {
  const { keyPem, certificatePem } = await authority.issue(address, dates);
  writeFileSync(files().keyFile, keyPem, { mode: 0o600 });
  writeFileSync(files().certificateFile, certificatePem);
}

/** Asks as somebody who trusts that authority and no other. */
function ask(path: string, ca: string | undefined, headers = {}): Promise<{ status?: number; text: string }> {
  return new Promise((resolve, reject) => {
    https
      .get(running.address + path, { ca, headers, agent: false, servername: '' }, (answer) => {
        text(answer).then((body) => resolve({ status: answer.statusCode, text: body }), reject);
      })
      .on('error', reject);
  });
}

/** The serial number of the certificate that a new connection is shown. */
function shownSerial(): Promise<string> {
  return new Promise((resolve, reject) => {
    const port = Number(new URL(running.address).port);
    const socket = connect({ port, host: '127.0.0.1', ca: authority.pem }, () => {
      resolve(socket.getPeerCertificate().serialNumber);
      socket.end();
    });
    socket.on('error', reject);
  });
}

describe('a headquarters that speaks TLS itself', () => {
  test('serves phones and pages over TLS alone, to whoever trusts its authority', async () => {
    expect(running.address).toMatch(/^https:/);
    expect(await ask('/ready', authority.pem)).toMatchObject({ status: 200 });
    const wallet = '/wallet/nord/v1/passes/pass.example/0000';
    expect((await ask(wallet, authority.pem)).status).toBe(401);
    await expect(ask('/ready', undefined)).rejects.toThrow(/unable to|self.signed/i);
    await expect(fetch(running.address.replace('https:', 'http:'))).rejects.toThrow();
  });

  test('names its own address, whatever somebody says who is no proxy', async () => {
    const lies = { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'http', host: 'evil.example' };
    const { text: told } = await ask('/.well-known/openid-configuration', authority.pem, lies);
    expect(told).not.toContain('evil');
    expect(JSON.parse(told).token_endpoint).toBe(`${running.address}/oauth/token`);
  });

  test('takes a renewed certificate without a restart, and keeps the last one while the files do not fit', async () => {
    const { keyFile, certificateFile } = files();
    const renewal = followTls(files(), { server: running.app.server, log, everyMs: 20 });
    const before = await shownSerial();
    await renew();
    await vi.waitFor(async () => expect(await shownSerial()).not.toBe(before));
    const renewed = await shownSerial();
    writeFileSync(keyFile, (await authority.issue('127.0.0.1')).keyPem);
    await vi.waitFor(() =>
      expect(logged).toContainEqual(expect.objectContaining({ code: 'tls-files-unusable' })),
    );
    writeFileSync(certificateFile, 'half of a certif');
    rmSync(keyFile);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(await shownSerial()).toBe(renewed);
    expect(JSON.stringify(logged)).not.toContain('PRIVATE KEY');
    await renew();
    await vi.waitFor(async () => expect(await shownSerial()).not.toBe(renewed));
    renewal.close();
  });
});

describe('a station and the certificate of its headquarters', () => {
  let desk: TestStation;
  beforeAll(async () => {
    desk = await openTestStation();
  });
  afterAll(async () => {
    await desk.station.sync.stop();
    desk.close();
  });

  const join = async (more: object = {}) => {
    const { code } = await issueCode(running.headquarters, 'nord', 'operator');
    return joinHeadquarters(desk.station, fetch, {
      address: running.address,
      code,
      name: 'Empfang',
      ...more,
    });
  };

  test('is not trusted without its authority, nor with a file that holds none', async () => {
    expect(await join()).toEqual({ ok: false, refusal: 'headquarters-not-trusted' });
    expect(await join({ authority: 'no certificate' })).toEqual({
      ok: false,
      refusal: 'authority-unreadable',
    });
    const other = await aTlsAuthority();
    expect(await join({ authority: other.pem })).toEqual({ ok: false, refusal: 'headquarters-not-trusted' });
  });

  test('with the authority of the house it joins and sends, and a certificate that expired is said and sent past by nobody', async () => {
    expect((await join({ authority: authority.pem })).ok).toBe(true);
    const { databases, now } = running.headquarters;
    await inCentre(databases.app, 'nord', (db) =>
      changeStanding(db, desk.station.settings.station, { from: ['waiting'], to: 'active', at: now() }),
    );
    await desk.station.sync.restart();
    const isSent = () => {
      const status = syncStatus(desk.station);
      return status.mode === 'connected' && status.unsent === 0 && !status.trouble ? status : undefined;
    };
    await until('everything at headquarters', isSent);

    const renewal = followTls(files(), { server: running.app.server, log, everyMs: 20 });
    const good = await shownSerial();
    await renew('127.0.0.1', { notAfter: new Date('2021-01-01') });
    await vi.waitFor(() => expect(shownSerial()).rejects.toThrow(/expired/), { timeout: 5_000 });
    await desk.station.sync.restart();
    await until('the trouble', () => {
      const status = syncStatus(desk.station);
      return status.mode === 'connected' && status.trouble === 'not-trusted' ? status : undefined;
    });
    await renew();
    await until('everything well again', isSent);
    expect(await shownSerial()).not.toBe(good);
    renewal.close();
  });
});

test.each([
  [['--tls-key', '/k.pem'], /TLS needs both files/],
  [['--tls-certificate', '/c.pem'], /TLS needs both files/],
])('the words %j start no server without TLS', (words, sentence) => {
  expect(() => readSettings(words, {})).toThrow(sentence);
});

test('a key that does not belong to the certificate is said before anything starts', async () => {
  const { keyFile, certificateFile } = files();
  const other = await authority.issue('127.0.0.1');
  writeFileSync(keyFile, other.keyPem);
  expect(() => readTls({ keyFile, certificateFile })).toThrow(/TLS certificate .* cannot be used/);
});
