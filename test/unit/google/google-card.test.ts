import { decodeJwt } from 'jose';
import { describe, expect, it } from 'vitest';
import { inBoth } from '../../../domain/kernel/bilingual.ts';
import type { Instant } from '../../../domain/kernel/instant.ts';
import { passContent } from '../../../domain/passes/pass-content.ts';
import type { PassFacts } from '../../../domain/passes/pass-facts.ts';
import { standardTemplate } from '../../../domain/passes/pass-template.ts';
import { sampleFacts } from '../../../domain/passes/sample-facts.ts';
import { genericClass } from '../../../issuing/google/generic-class.ts';
import { blankObject, genericObject } from '../../../issuing/google/generic-object.ts';
import { cardOfObject, cardOfPrivatePass } from '../../../issuing/google/google-card.ts';
import { privatePass } from '../../../issuing/google/private-pass.ts';
import { longestLink, saveJwt, saveLink } from '../../../issuing/google/save-link.ts';
import { faultyFields } from '../../../issuing/google/simulated/check-resource.ts';
import { googleEndpoints } from '../../../issuing/google/wallet-client.ts';
import { testGoogleAccount, testIssuerId } from '../../support/google-account.ts';
import { aPass } from '../../support/pass-facts.ts';

const issuerId = testIssuerId;
const now = '2026-11-20T08:00:00.000Z' as Instant;
const template = standardTemplate('Impfzentrum Musterstadt');
const contentOf = (facts: PassFacts) => passContent(facts, template);
const objectOf = (facts: PassFacts) => genericObject(contentOf(facts), template, { issuerId, now });

describe('the neutral card', () => {
  it('has this class and this object', () => {
    expect(genericClass(template, { issuerId })).toMatchSnapshot();
    expect(objectOf(aPass().afterDose(1).facts())).toMatchSnapshot();
  });

  it('is what Google takes, at every stage of a series', () => {
    expect(faultyFields('class', { ...genericClass(template, { issuerId }) })).toEqual([]);
    for (const stage of ['issued', 'after-first-dose', 'complete', 'voided'] as const) {
      const facts = sampleFacts(stage, aPass().facts().centre, now);
      expect(faultyFields('object', { ...objectOf(facts) })).toEqual([]);
    }
  });

  it.each([
    ['qr', 'QR_CODE'],
    ['aztec', 'AZTEC'],
    ['pdf417', 'PDF_417'],
    ['code128', 'CODE_128'],
  ] as const)(
    'has its code as %s where the template says so, at Google and on the screen',
    (format, type) => {
      const designed = { ...template, barcodeFormat: format };
      const object = genericObject(contentOf(aPass().facts()), designed, { issuerId, now });
      expect(object.barcode?.type).toBe(type);
      expect(faultyFields('object', { ...object })).toEqual([]);
      expect(cardOfObject(object, 'de').barcodeFormat).toBe(format);
      const hidden = privatePass(contentOf(aPass().facts()), designed, { issuerId, language: 'de' });
      expect(cardOfPrivatePass(hidden).barcodeFormat).toBe(format);
    },
  );

  it('says nothing about who it is, what was given and whether the series is complete', () => {
    for (const doses of [0, 1, 2] as const) {
      const facts = aPass().afterDose(doses).withMessage(inBoth('Ihre Impfung war erfolgreich')).facts();
      const { barcode, ...said } = objectOf(facts);
      const text = JSON.stringify(said);
      for (const secret of [
        'Jörg',
        'Müller',
        '1950',
        'Comirnaty',
        'COVID',
        'LOT',
        'von 2',
        'abgeschlossen',
        'complete',
        'erfolgreich',
      ])
        expect(text).not.toContain(secret);
      expect(text).toContain('Auskunft vor Ort');
      expect(barcode?.alternateText).toBe(contentOf(facts).shortNumber);
    }
  });

  it('shows the next date in both languages, and that there is none', () => {
    const booked = objectOf(aPass().facts());
    expect(cardOfObject(booked, 'de').header).toBe('Mo., 23.11.2026, 09:00 Uhr');
    expect(cardOfObject(booked, 'en').header).toBe('Mon 23 Nov 2026, 09:00');
    const complete = objectOf(aPass().afterDose(2).facts());
    expect(cardOfObject(complete, 'de').header).toBe('Kein Termin offen');
  });

  it('is inactive and without a code once the pass is void, expired after its last day, and blank once erased', () => {
    const voided = objectOf(aPass().with({ isVoided: true }).facts());
    expect(voided).toMatchObject({ state: 'INACTIVE' });
    expect(voided.barcode).toBeUndefined();
    const ending = { ...template, expiresAfterDays: 30 };
    const content = passContent(aPass().afterDose(2).facts(), ending);
    const at = (moment: string) => genericObject(content, ending, { issuerId, now: moment as Instant }).state;
    expect(at('2027-01-13T00:00:00.000Z')).toBe('ACTIVE');
    expect(at('2027-01-15T00:00:00.000Z')).toBe('EXPIRED');
    const blank = blankObject(objectOf(aPass().facts()));
    expect(blank).toMatchObject({ state: 'INACTIVE', textModulesData: [] });
    expect(faultyFields('object', { ...blank })).toEqual([]);
  });

  it('can carry a code that changes by itself, whose secret is in no link', () => {
    const content = contentOf(aPass().facts());
    const turning = genericObject(content, template, { issuerId, now, totpSecret: Buffer.alloc(20, 7) });
    expect(turning.barcode).toBeUndefined();
    expect(turning.rotatingBarcode?.valuePattern).toContain(`${content.barcode}.{totp_timestamp_seconds}`);
    const { account } = testGoogleAccount();
    const jwt = saveJwt(account, { genericObjects: [{ id: turning.id }] }, { issuedAt: now });
    expect(JSON.stringify(decodeJwt(jwt))).not.toContain(
      turning.rotatingBarcode?.totpDetails.parameters[0]?.key,
    );
  });
});

describe('the private card', () => {
  it('has this content', () => {
    const content = contentOf(aPass().afterDose(1).facts());
    expect(privatePass(content, template, { issuerId, language: 'de' })).toMatchSnapshot();
  });

  it('is in the language of its holder and says less where less fits', () => {
    const content = contentOf(aPass().afterDose(1).facts());
    const pass = privatePass(content, template, { issuerId, language: 'en', mostFields: 1 });
    expect(cardOfPrivatePass(pass)).toMatchObject({
      header: 'Jörg Müller',
      rows: [{ label: 'Doses', value: '1 of 2' }],
      details: [],
    });
  });
});

describe('the save link', () => {
  it('names a card by its id alone, in about 700 characters', () => {
    const { account } = testGoogleAccount();
    const { id } = objectOf(aPass().facts());
    const jwt = saveJwt(account, { genericObjects: [{ id }] }, { issuedAt: now });
    expect(decodeJwt(jwt)).toMatchSnapshot();
    expect(jwt.length).toBeLessThan(800);
    const link = saveLink(googleEndpoints.saveUrl, jwt);
    expect(link.length).toBeLessThan(longestLink);
    expect(link).toMatch(/^https:\/\/pay\.google\.com\/gp\/v\/save\/[\w-]+\.[\w-]+\.[\w-]+$/);
  });

  it('is the same text for the same revision', () => {
    const { account } = testGoogleAccount();
    const make = () => saveJwt(account, { genericObjects: [{ id: `${issuerId}.A` }] }, { issuedAt: now });
    expect(make()).toBe(make());
  });
});
