import { describe, expect, test } from 'vitest';
import { parseTrustList } from '../../../issuing/certificate/trust/trust-list.ts';
import { readSchedules } from '../../../main/schedules/read-schedule-file.ts';
import { aTlsAuthority } from '../../support/tls-authority.ts';

const LONGEST_MS = 4_000;
/** As long as a trust list may be that somebody brings to the window. */
const MOST_CHARACTERS = 8_000_000;

function inTime<Value>(work: () => Value): Value {
  const began = performance.now();
  const value = work();
  expect(performance.now() - began).toBeLessThan(LONGEST_MS);
  return value;
}

const filled = (item: string, start: string, end: string) => {
  const count = Math.floor((MOST_CHARACTERS - start.length - end.length) / (item.length + 1));
  return `${start}${Array.from({ length: count }, () => item).join(',')}${end}`;
};

test('lists of a file are read as far as they are meant', () => {
  const hashes = Array.from({ length: 100_000 }, (_, at) => at.toString(16).padStart(32, '0'));
  const file = { version: 1, issuedAt: '2026-11-25T08:00:00Z', revoked: { hashes } };
  const read = inTime(() => parseTrustList(JSON.stringify(file)));
  expect(read.ok && read.value.revokedHashes.size).toBe(100_000);
  expect(parseTrustList(JSON.stringify({ ...file, hcert: {} }))).toMatchObject({ ok: false });
});

describe('a trust list that is as long as one may be', () => {
  const start = '{"version":1,"issuedAt":"2026-11-25T08:00:00Z"';

  test('of one signer again and again is read or refused in time', async () => {
    const { certificatePem } = await (await aTlsAuthority()).issue('127.0.0.1');
    const certificate = certificatePem.replace(/-----[A-Z ]+-----|\s/g, '');
    inTime(() => parseTrustList(filled(`{"certificate":"${certificate}"}`, `${start},"hcert":[`, ']}')));
  });

  test.each([
    ['certificates that are none', '{"certificate":"AAAA"}', ',"hcert":[', ']}'],
    ['issuers without keys', '{"iss":"https://a.example","keys":[]}', ',"shc":[', ']}'],
    ['what was revoked', `"${'ab'.repeat(16)}"`, ',"revoked":{"hashes":[', ']}}'],
    ['empty lists', '[]', ',"hcert":[', ']}'],
    ['numbers', '1e308', ',"shc":[', ']}'],
  ])('of %s is, too', (_what, item, open, close) => {
    inTime(() => parseTrustList(filled(item, start + open, close)));
  });
});

describe('a file with schedules that is made to hurt', () => {
  test.each([
    ['empty objects', filled('{}', '{"antigens":[', ']}')],
    ['names that all differ', `{${Array.from({ length: 300_000 }, (_, at) => `"n${at}":1`).join(',')}}`],
    ['one span without end', JSON.stringify({ antigens: '6 weeks - 4 days '.repeat(200_000) })],
    ['line breaks alone', `{${'\n'.repeat(4_000_000)}`],
    ['a text that never ends', `{"a":"${'\\"'.repeat(2_000_000)}`],
  ])('of %s is refused in time, with the line', (_what, text) => {
    const read = inTime(() => readSchedules(text));
    expect(read).toMatchObject({ ok: false, refusal: expect.stringMatching(/^line \d+/) });
  });
});
