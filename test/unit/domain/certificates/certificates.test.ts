import { describe, expect, it } from 'vitest';
import { machineName } from '../../../../domain/certificates/machine-name.ts';
import { makeUvci, uvciHolds } from '../../../../domain/certificates/uvci.ts';
import { doseNumbers, vaccinationCertificate } from '../../../../domain/certificates/vaccination-entry.ts';
import { certificateFacts } from '../../../support/certificate-facts.ts';

describe('a UVCI', () => {
  it.each([
    'URN:UVCI:01:AT:10807843F94AEE0EE5093FBC254BD813#B',
    'URN:UVCI:01:AT:B5921A35D6A0D696421B3E2462178297#I',
    'URN:UVCI:01:AT:71EE2559DE38C6BF7304FB65A1A451EC#3',
    'URN:UVCI:01:AT:858CC18CFCF5965EF82F60E493349AA5#K',
  ])('holds as its issuer wrote it: %s', (uvci) => {
    expect(uvciHolds(uvci)).toBe(true);
    expect(makeUvci('AT', uvci.slice(15, 47))).toBe(uvci);
  });

  it('does not hold after one symbol was misread', () => {
    expect(uvciHolds('URN:UVCI:01:AT:10807843F94AEE0EE5093FBC254BD814#B')).toBe(false);
    expect(uvciHolds('URN:UVCI:01:AT:1080#7843#B')).toBe(false);
  });
});

describe('a name for machines', () => {
  it.each([
    ['Musterfrau-Gößinger', 'MUSTERFRAU<GOESSINGER'],
    ["d'Červenková Panklová", 'DCERVENKOVA<PANKLOVA'],
    ['Jiřina-Maria Alena', 'JIRINA<MARIA<ALENA'],
    ['Lövström', 'LOEVSTROEM'],
    ['Romero Muñoz', 'ROMERO<MUNOZ'],
    ['Łukasz  Æbelø', 'LUKASZ<AEBELOE'],
    ['Σωκράτης', ''],
  ])('of %s is %s', (name, machine) => {
    expect(machineName(name)).toBe(machine);
  });
});

describe('the entry of a dose', () => {
  it('counts a booster so that it cannot be taken for a first series', () => {
    expect(doseNumbers(1, 2)).toEqual({ dn: 1, sd: 2 });
    expect(doseNumbers(2, 2)).toEqual({ dn: 2, sd: 2 });
    expect(doseNumbers(3, 2)).toEqual({ dn: 3, sd: 3 });
    expect(doseNumbers(2, 1)).toEqual({ dn: 2, sd: 1 });
  });

  it('is refused where a code, a name or a number is missing', () => {
    const refusal = (changes: object) => vaccinationCertificate(certificateFacts(changes));
    expect(refusal({ authorisation: 'EU/0/00/0000' })).toMatchObject({ refusal: 'vaccine-not-coded' });
    expect(refusal({ givenName: '李', familyName: '' })).toMatchObject({ refusal: 'name-not-latin' });
    expect(refusal({ ordinal: 0 })).toMatchObject({ refusal: 'ordinal-wrong' });
    expect(refusal({ issuer: 'x'.repeat(81) })).toMatchObject({ refusal: 'text-too-long' });
  });
});
