import { describe, expect, it } from 'vitest';
import { validateDcc } from '../../../../issuing/certificate/hcert/dcc-schema.ts';

const entry = {
  tg: '840539006',
  vp: '1119349007',
  mp: 'EU/1/20/1528',
  ma: 'ORG-100030215',
  dn: 1,
  sd: 2,
  dt: '2021-02-18',
  co: 'DK',
  is: 'Somebody',
  ci: 'URN:UVCI:01:DK:1',
};
const certificate = { ver: '1.3.0', nam: { fnt: 'DOE' }, dob: '1950-01-02', v: [entry] };

describe('the schema', () => {
  it.each([
    ['a year as birth date', { dob: '1950' }],
    ['a month as birth date', { dob: '1950-01' }],
    ['no birth date', { dob: '' }],
    [
      'a birth date with a time, as long as versions allowed it',
      { ver: '1.0.0', dob: '1950-01-02T00:00:00' },
    ],
    ['empty and null groups beside the one that counts', { t: [], r: null }],
    ['a booster counted beyond its series', { v: [{ ...entry, dn: 3, sd: 1 }] }],
    ['codes that no value set has', { v: [{ ...entry, mp: '' }] }],
    ['fields that it does not know', { x: 1 }],
  ])('accepts %s', (_what, changes) => {
    expect(validateDcc({ ...certificate, ...changes }).ok).toBe(true);
  });

  it.each([
    ['two entries', { v: [entry, entry] }],
    ['two groups', { r: [{ ...entry, fr: '2021-01-01', df: '2021-01-01', du: '2021-01-01' }] }],
    ['no group', { v: undefined }],
    ['dose 0', { v: [{ ...entry, dn: 0 }] }],
    ['a birth date before 1900', { dob: '1899-04-20' }],
    ['a birth date with a time in 1.3', { dob: '1950-01-02T00:00:00' }],
    ['nobody', { nam: { fn: 'Doe' } }],
    ['small letters in a name for machines', { nam: { fnt: 'Doe' } }],
  ])('refuses %s', (_what, changes) => {
    expect(validateDcc({ ...certificate, ...changes }).ok).toBe(false);
  });
});
