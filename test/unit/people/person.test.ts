import { describe, expect, test } from 'vitest';
import { fold } from '../../../domain/kernel/event.ts';
import type { BirthDate } from '../../../domain/kernel/plain-date.ts';
import { detailsFault, tidyDetails } from '../../../domain/people/details-fault.ts';
import { decideErase, eraseFrom } from '../../../domain/people/erase-person.ts';
import type { PersonDetails } from '../../../domain/people/events.ts';
import {
  changedFields,
  decideConsent,
  decideCorrect,
  decideLiftRestriction,
  decideRegister,
  decideRestrict,
  evolvePerson,
  unknownPerson,
} from '../../../domain/people/person.ts';
import type { StationEvent } from '../../../domain/station-event.ts';
import { aPersonRegistered, day, personId } from '../../support/events.ts';
import { historyOf } from '../../support/history.ts';

const today = day('2026-11-23');
const erika: PersonDetails = {
  givenName: 'Erika',
  familyName: 'Mustermann',
  birthDate: '1964-08-12' as BirthDate,
  language: 'de',
};
const registered = aPersonRegistered(erika);
const restricted: StationEvent = {
  type: 'PersonRestricted',
  version: 1,
  data: { personId, why: 'erasure-requested' },
};
const stateAfter = (...events: StationEvent[]) => fold(unknownPerson, evolvePerson, historyOf(...events));

describe('registering', () => {
  test('keeps what was entered, tidied', () => {
    const details = { ...erika, givenName: '  Erika\u202e ', familyName: 'Muster\u0301\tmann', email: ' ' };
    const decided = decideRegister(unknownPerson, { personId, details, source: 'desk', today });
    expect(decided.ok && decided.value[0]?.data.personal?.details).toEqual({
      ...erika,
      familyName: 'Muster\u0301 mann'.normalize('NFC'),
    });
  });

  test.each<[string, Partial<PersonDetails>, string]>([
    ['without any name', { givenName: ' ', familyName: '' }, 'name-missing'],
    ['with a name as long as a page', { familyName: 'x'.repeat(101) }, 'name-too-long'],
    ['born tomorrow', { birthDate: '2026-11-24' as BirthDate }, 'birth-date-future'],
    ['born next year', { birthDate: '2027' as BirthDate }, 'birth-date-future'],
    ['with half an address', { email: 'erika@' }, 'email-invalid'],
    ['with a word for a phone number', { phone: 'keins' }, 'phone-invalid'],
    ['with pictures for a name', { givenName: '😀🎉' }, 'name-not-a-name'],
    ['with markup in a name', { givenName: '<script>alert(1)</script>' }, 'name-not-a-name'],
    ['with a name that was read wrongly', { familyName: 'M\ufffdller' }, 'name-not-a-name'],
    ['with a dash for a name', { givenName: '-' }, 'name-not-a-name'],
    ['with a street like a novel', { street: 'x'.repeat(121) }, 'text-too-long'],
    ['with an insurance number that is none', { insuranceNumber: 'x'.repeat(121) }, 'text-too-long'],
  ])('is refused %s', (_, more, refusal) => {
    const details = { ...erika, ...more };
    expect(decideRegister(unknownPerson, { personId, details, source: 'desk', today })).toEqual({
      ok: false,
      refusal,
    });
  });

  test.each([
    ['one name only', { givenName: '', familyName: 'Suharto' }],
    ['right to left', { givenName: 'محمد', familyName: 'الحسيني' }],
    ['apostrophes and hyphens', { givenName: 'Jean-Luc 2', familyName: "’t Hooft-D'Angelo Jr." }],
    ['Chinese', { givenName: '小龙', familyName: '李' }],
    ['a long name of rare characters', { familyName: '𠮷'.repeat(100) }],
    ['born this very year, no more known', { birthDate: '2026' as BirthDate }],
    ['born this month', { birthDate: '2026-11' as BirthDate }],
  ] as [string, Partial<PersonDetails>][])('takes %s as text', (_, more) => {
    expect(detailsFault(tidyDetails({ ...erika, ...more }), today)).toBeUndefined();
  });
});

describe('correcting', () => {
  const corrected = { ...erika, familyName: 'Musterfrau' };

  test('writes the whole new version, and the record reads so from then on', () => {
    const decided = decideCorrect(stateAfter(registered), {
      personId,
      details: corrected,
      why: 'changed',
      today,
    });
    if (!decided.ok) throw new Error(decided.refusal);
    expect(stateAfter(registered, ...decided.value)).toEqual({ status: 'registered', details: corrected });
    expect(changedFields(erika, corrected)).toEqual(['familyName']);
  });

  test.each<[string, StationEvent[], PersonDetails, string]>([
    ['nothing', [registered], { ...erika, givenName: ' Erika ' }, 'nothing-changed'],
    ['somebody unknown', [], corrected, 'person-unknown'],
    ['a restricted record', [registered, restricted], corrected, 'person-unknown'],
  ])('%s is refused', (_, history, details, refusal) => {
    const decided = decideCorrect(stateAfter(...history), { personId, details, why: 'changed', today });
    expect(decided).toEqual({ ok: false, refusal });
  });
});

describe('a name that stands in a record since before it would be refused', () => {
  const odd = { ...erika, familyName: 'Muster<b>' };
  const history = stateAfter({ ...registered, data: { ...registered.data, personal: { details: odd } } });
  const correct = (details: PersonDetails) =>
    decideCorrect(history, { personId, details, why: 'changed', today });

  test('keeps nothing else from being corrected', () => {
    expect(correct({ ...odd, givenName: 'Erna', phone: '0171 5550010' }).ok).toBe(true);
    expect(correct(erika).ok).toBe(true);
  });
  test('is refused where it is written anew', () => {
    expect(correct({ ...odd, familyName: 'Muster<i>' })).toEqual({ ok: false, refusal: 'name-not-a-name' });
    expect(correct({ ...odd, givenName: 'Erika 😀' })).toEqual({ ok: false, refusal: 'name-not-a-name' });
  });
});

describe('consent to e-mails', () => {
  const consent = { personId, channel: 'email', isGiven: true } as const;
  test('needs an address to be given, and none to be taken back', () => {
    expect(decideConsent(stateAfter(registered), consent)).toEqual({ ok: false, refusal: 'email-missing' });
    expect(decideConsent(stateAfter(registered), { ...consent, isGiven: false }).ok).toBe(true);
  });
});

describe('restricting', () => {
  test('can be lifted, and the record is as it was', () => {
    const restrict = decideRestrict(stateAfter(registered), { personId, why: 'objection' });
    if (!restrict.ok) throw new Error(restrict.refusal);
    const lift = decideLiftRestriction(stateAfter(registered, ...restrict.value), personId);
    if (!lift.ok) throw new Error(lift.refusal);
    expect(stateAfter(registered, ...restrict.value, ...lift.value)).toEqual(stateAfter(registered));
  });
});

describe('a request to be erased', () => {
  const ask = (history: StationEvent[], lastDoseOn: string | undefined, on = '2026-11-23') => {
    const decided = decideErase(stateAfter(...history), {
      personId,
      lastDoseOn: lastDoseOn === undefined ? undefined : day(lastDoseOn),
      today: day(on),
    });
    return decided.ok ? decided.value.map(({ type, data }) => ({ type, ...data })) : decided.refusal;
  };

  test('is done at once where nobody was ever vaccinated', () => {
    expect(ask([registered], undefined)).toMatchObject([{ type: 'PersonErased', why: 'requested' }]);
  });
  test('becomes a restriction until ten years after the last dose', () => {
    expect(ask([registered], '2026-11-02')).toMatchObject([
      { type: 'PersonRestricted', why: 'erasure-requested', eraseFrom: '2036-11-02' },
    ]);
    expect(ask([registered, restricted], '2026-11-02')).toBe('already-requested');
  });
  test('is carried out on the day on which the ten years are over, not before', () => {
    expect(ask([registered, restricted], '2016-11-24')).toBe('already-requested');
    expect(ask([registered, restricted], '2016-11-23')).toMatchObject([
      { type: 'PersonErased', why: 'deadline-passed' },
    ]);
  });
  test('counts from a leap day to the first of March', () => {
    expect(eraseFrom(day('2024-02-29'))).toBe('2034-03-01');
  });
  test('is refused for somebody unknown', () => {
    expect(ask([], undefined)).toBe('person-unknown');
  });
});
