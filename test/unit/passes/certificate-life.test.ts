import { describe, expect, it } from 'vitest';
import { addMinutes, type Instant } from '../../../domain/kernel/instant.ts';
import { expiryWarning } from '../../../domain/passes/certificate-expiry.ts';
import { chooseCertificate } from '../../../domain/passes/choose-certificate.ts';

const notAfter = '2026-12-31T12:00:00.000Z' as Instant;
const daysBefore = (days: number) => addMinutes(notAfter, -days * 24 * 60);

describe('the end of a certificate', () => {
  it.each([
    [91, 'fine'],
    [90, 'notice'],
    [31, 'notice'],
    [30, 'soon'],
    [8, 'soon'],
    [7, 'urgent'],
    [0, 'urgent'],
    [-1, 'expired'],
  ])('%i days ahead is %s', (days, level) => {
    const warning = expiryWarning(notAfter, daysBefore(days));
    expect(warning).toMatchObject({ level, daysLeft: days });
    expect(warning.sentence === undefined).toBe(level === 'fine');
  });

  it('is told in words', () => {
    expect(expiryWarning(notAfter, daysBefore(1)).sentence?.de).toContain('läuft in einem Tag ab');
    expect(expiryWarning(notAfter, daysBefore(30)).sentence?.en).toContain('expires in 30 days');
  });
});

describe('the choice between certificates', () => {
  const of = (notBefore: string, end: string, passTypeId = 'pass.own') => ({
    passTypeId,
    notBefore: notBefore as Instant,
    notAfter: end as Instant,
  });
  const old = of('2026-01-01T00:00:00.000Z', '2027-01-01T00:00:00.000Z');
  const next = of('2026-11-01T00:00:00.000Z', '2027-12-01T00:00:00.000Z');
  const choose = (now: string, ...all: ReturnType<typeof of>[]) =>
    chooseCertificate(all, 'pass.own', now as Instant);

  it('takes the newer one as soon as it is valid, whatever their order', () => {
    for (const both of [
      [old, next],
      [next, old],
    ]) {
      expect(choose('2026-10-01T00:00:00.000Z', ...both)).toEqual({ ok: true, value: old });
      expect(choose('2026-12-01T00:00:00.000Z', ...both)).toEqual({ ok: true, value: next });
      expect(choose('2027-02-01T00:00:00.000Z', ...both)).toEqual({ ok: true, value: next });
    }
  });

  it('says why there is none', () => {
    expect(choose('2026-12-01T00:00:00.000Z')).toEqual({ ok: false, refusal: 'no-certificate' });
    expect(choose('2026-12-01T00:00:00.000Z', of('2020-01-01', '2030-01-01', 'pass.other'))).toEqual({
      ok: false,
      refusal: 'no-certificate',
    });
    expect(choose('2028-01-01T00:00:00.000Z', old, next)).toEqual({ ok: false, refusal: 'all-expired' });
    expect(choose('2025-01-01T00:00:00.000Z', old, next)).toEqual({ ok: false, refusal: 'not-yet-valid' });
  });
});
