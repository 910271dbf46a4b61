import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { vaccinationCertificate } from '../../../../domain/certificates/vaccination-entry.ts';
import { addMinutes, epochMsOf } from '../../../../domain/kernel/instant.ts';
import type { CertificateKind } from '../../../../issuing/certificate/certificate-kind.ts';
import type { CertificateSigner } from '../../../../issuing/certificate/certificate-signer.ts';
import { decodeBase45, encodeBase45 } from '../../../../issuing/certificate/encoding/base45.ts';
import { kidOf } from '../../../../issuing/certificate/hcert/document-signer.ts';
import { issueHcert } from '../../../../issuing/certificate/hcert/issue-hcert.ts';
import { issueHealthCard } from '../../../../issuing/certificate/shc/issue-health-card.ts';
import { ownTrustList } from '../../../../issuing/certificate/trust/own-trust-list.ts';
import {
  parseTrustList,
  revocationHash,
  type TrustList,
} from '../../../../issuing/certificate/trust/trust-list.ts';
import { certificateKinds, verifyCertificate } from '../../../../issuing/certificate/verify-certificate.ts';
import {
  certificateFacts,
  issuerUrl,
  someTime,
  trialCertificateSigner,
} from '../../../support/certificate-facts.ts';

const now = epochMsOf(someTime);
const inAYear = addMinutes(someTime, 365 * 24 * 60);
const hour = 3_600_000;

let signer: CertificateSigner;
let trust: TrustList;
let hcert: string;
let card: string;

beforeAll(async () => {
  signer = await trialCertificateSigner();
  trust = trustOf(ownTrustList(signer, issuerUrl, someTime));
  const entry = vaccinationCertificate(certificateFacts());
  if (!entry.ok) throw new Error(entry.refusal);
  hcert = await issueHcert(entry.value, 'XX', { issuedAt: someTime, expiresAt: inAYear }, signer);
  const health = await issueHealthCard(certificateFacts(), issuerUrl, someTime, signer);
  if (!health.ok) throw new Error(health.refusal);
  card = health.value;
});

function trustOf(text: string): TrustList {
  const parsed = parseTrustList(text);
  if (!parsed.ok) throw new Error(parsed.refusal.code);
  return parsed.value;
}

const reasonOf = (text: string, list = trust, atMs = now) => {
  const verified = verifyCertificate(text, list, atMs);
  return verified.ok ? 'valid' : verified.refusal.reason;
};

describe('an issued certificate', () => {
  it('verifies and says what was put in', () => {
    expect(verifyCertificate(hcert, trust, now)).toMatchObject({
      ok: true,
      value: {
        kind: 'hcert',
        issuer: 'XX',
        content: {
          nam: { fn: "O'Müller-Groß", fnt: 'OMUELLER<GROSS', gnt: 'JUERGEN' },
          v: [{ mp: 'EU/1/20/1528', ma: 'ORG-100030215', dn: 2, sd: 2, dt: '2026-11-23' }],
        },
      },
    });
    expect(verifyCertificate(card, trust, now)).toMatchObject({ ok: true, value: { kind: 'shc' } });
  });

  it('is refused by an unknown, a revoked and a stale trust list, each in its own word', () => {
    const stranger = { ...trust, documentSigners: [], healthCardIssuers: new Map() };
    const [key] = trust.healthCardIssuers.get(issuerUrl) ?? [];
    const revoked = { ...trust, revokedKids: new Set([kidOf(signer.certificate), key?.kid ?? '']) };
    for (const text of [hcert, card]) {
      expect(reasonOf(text, stranger)).toBe('signer-unknown');
      expect(reasonOf(text, revoked)).toBe('signer-revoked');
      expect(reasonOf(text, trust, now + 100 * hour)).toBe('trust-list-too-old');
      expect(reasonOf(text, trust, now - hour)).toBe('not-yet-valid');
    }
  });

  it('is refused once it expired or was itself revoked', () => {
    const fresh = { ...trust, issuedAtMs: now + 366 * 24 * hour };
    expect(reasonOf(hcert, fresh, now + 366 * 24 * hour)).toBe('expired');
    const hashes = new Set([revocationHash(certificateFacts().certificateId)]);
    expect(reasonOf(hcert, { ...trust, revokedHashes: hashes })).toBe('certificate-revoked');
  });

  it('never says anything else after a change of its text', () => {
    for (const text of [hcert, card]) {
      fc.assert(
        fc.property(fc.nat(text.length - 1), fc.constantFrom(...'0123456789'), (at, symbol) => {
          fc.pre(text.charAt(at) !== symbol);
          const changed = text.slice(0, at) + symbol + text.slice(at + 1);
          const verified = verifyCertificate(changed, trust, now);
          // Unused bits of the packing may change; what is stated may not.
          if (verified.ok) expect(verified).toEqual(verifyCertificate(text, trust, now));
        }),
      );
    }
  });

  it('is refused with a wrong signature when only the signature was changed', () => {
    const digits = card.slice(0, -6) + (card.endsWith('000000') ? '111111' : '202020');
    expect(reasonOf(digits)).toBe('signature-wrong');
  });
});

describe('hostile texts', () => {
  it('are refused as unreadable, never thrown', () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom('HC1:', 'shc:/', ''), (text, prefix) => {
        expect(reasonOf(prefix + text)).toBe('unreadable');
      }),
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(reasonOf(`HC1:${encodeBase45(bytes)}`)).toBe('unreadable');
      }),
    );
    expect(reasonOf(`HC1:${'0'.repeat(5000)}`)).toBe('unreadable');
  });

  it('cannot unpack a bomb', async () => {
    const { deflateSync } = await import('node:zlib');
    const bomb = encodeBase45(deflateSync(Buffer.alloc(2_000_000), { level: 9 }));
    expect(decodeBase45(bomb).ok).toBe(true);
    expect(verifyCertificate(`HC1:${bomb}`, trust, now)).toMatchObject({
      refusal: { reason: 'unreadable', detail: 'compression-too-large' },
    });
  });
});

describe('the kinds', () => {
  it('take another one without a change to those there are', () => {
    const other: CertificateKind = {
      name: 'other',
      recognises: (text) => text.startsWith('HC2:'),
      verify: () => ({ ok: true, value: { kind: 'other', issuer: 'somebody', content: {} } }),
    };
    expect(verifyCertificate('HC2:X', trust, now, [...certificateKinds, other])).toMatchObject({ ok: true });
  });
});

describe('a trust list file', () => {
  it.each([
    ['', 'not-json'],
    ['{"version":2}', 'shape'],
    ['{"version":1,"issuedAt":"2026-11-23T09:00:00Z","hcert":[{"certificate":"AAAA"}]}', 'signer'],
  ])('that is wrong is refused with a sentence: %s', (text, code) => {
    const parsed = parseTrustList(text);
    expect(parsed).toMatchObject({ ok: false, refusal: { code } });
    if (!parsed.ok) expect(parsed.refusal.sentence.de).toMatch(/^Die Vertrauensliste.+\.$/);
  });
});
