import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type ConsentState,
  evolveConsent,
  isWithdrawnHere,
  lastGuardian,
  neverConsented,
  standingConsent,
} from '../../../domain/consent/consent.ts';
import {
  type ConsentSetting,
  decideConsentWithDose,
  decideGiveConsent,
  decideWithdrawConsent,
  type GiveConsent,
} from '../../../domain/consent/decide-consent.ts';
import type { ConsentForm, ConsentingParty } from '../../../domain/consent/events.ts';
import { isSignature, signatureField } from '../../../domain/consent/signature.ts';
import { consentAge } from '../../../domain/consent/who-consents.ts';
import { fold } from '../../../domain/kernel/event.ts';
import {
  type ConsentId,
  idOf,
  type PersonId,
  type ProductId,
  type VisitId,
} from '../../../domain/kernel/ids.ts';
import type { BirthDate, PlainDate } from '../../../domain/kernel/plain-date.ts';
import type { StationEvent } from '../../../domain/station-event.ts';
import { historyOf } from '../../support/history.ts';

const personId = idOf<PersonId>('person');
const visitId = idOf<VisitId>('visit');
const productId = idOf<ProductId>('comirnaty');
const consentId = (name: string) => idOf<ConsentId>(name);
const consented = (...events: StationEvent[]): ConsentState =>
  fold(neverConsented, evolveConsent, historyOf(...events));
const oralOnly: ConsentSetting = { kinds: ['oral'], isChosen: false };
const all: ConsentSetting = { kinds: ['oral', 'signature', 'paper'], isChosen: true };
const mother = { who: 'guardian', name: 'Maria Beispiel', relation: 'parent', isPresent: true } as const;
const name = [[10, 90, 80, 40, 140, 120]];

function given(more: Partial<GiveConsent> = {}): StationEvent {
  const wish = {
    consentId: consentId('one'),
    personId,
    visitId,
    productId,
    form: { kind: 'oral' },
    party: { who: 'self' },
    ...more,
  } as const;
  const decided = decideGiveConsent(all, { isHere: true, age: 'self', productId: wish.productId }, wish);
  if (!decided.ok) throw new Error(decided.refusal);
  return decided.value[0];
}
const withdrawn = (of: string): StationEvent => ({
  type: 'ConsentWithdrawn',
  version: 1,
  data: { consentId: consentId(of), personId },
});

describe('whose consent it takes', () => {
  const today = '2026-11-30' as PlainDate;
  test.each([
    ['1964-08-12', 'self'],
    ['2010-11-30', 'self'],
    ['2010-12-01', 'judged'],
    ['2012-11-30', 'judged'],
    ['2012-12-01', 'guardian'],
    ['2024-01-01', 'guardian'],
    ['2010', 'judged'],
    ['2010-10', 'self'],
    ['1980', 'self'],
  ])('of somebody born %s it is: %s', (born, expected) => {
    expect(consentAge(born as BirthDate, today)).toBe(expected);
  });
});

describe('a consent before the dose', () => {
  const wish = (form: ConsentForm, party: ConsentingParty): GiveConsent => ({
    consentId: consentId('one'),
    personId,
    visitId,
    productId,
    form,
    party,
  });
  const oral: ConsentForm = { kind: 'oral' };
  const self: ConsentingParty = { who: 'self' };
  const adult = { isHere: true, age: 'self', productId } as const;
  test.each([
    [
      'of a child in its own name',
      { isHere: true, age: 'guardian', productId } as const,
      wish(oral, self),
      'consent-not-theirs',
    ],
    [
      'of a child whom a doctor judged',
      { isHere: true, age: 'guardian', productId } as const,
      wish(oral, { who: 'self-judged' }),
      'consent-not-theirs',
    ],
    ['of a guardian without a name', adult, wish(oral, { ...mother, name: ' ' }), 'guardian-missing'],
    [
      'of a guardian whose name has no letter',
      adult,
      wish(oral, { ...mother, name: '😀 12' }),
      'guardian-missing',
    ],
    [
      'signed by a guardian who is not here',
      adult,
      wish({ kind: 'signature', strokes: name }, { ...mother, isPresent: false }),
      'guardian-absent',
    ],
    [
      'without a signature in the field',
      adult,
      wish({ kind: 'signature', strokes: [] }, self),
      'signature-missing',
    ],
    [
      'on paper that nobody finds again',
      adult,
      wish({ kind: 'paper', reference: ' ' }, self),
      'consent-reference-missing',
    ],
    [
      'of somebody who is not here',
      { isHere: false, age: 'self', productId } as const,
      wish(oral, self),
      'visit-unknown',
    ],
    [
      'to a vaccine that is no longer the one in question',
      { isHere: true, age: 'self', productId: idOf<ProductId>('spikevax') } as const,
      wish(oral, self),
      'consent-vaccine-changed',
    ],
  ])('%s is refused', (_, at, given, refusal) => {
    expect(decideGiveConsent(all, at, given)).toEqual({ ok: false, refusal });
  });

  test('in a way that the centre does not offer is refused', () => {
    const paper = wish({ kind: 'paper', reference: '117' }, self);
    expect(decideGiveConsent(oralOnly, adult, paper)).toMatchObject({ refusal: 'consent-kind-not-asked' });
  });

  test('of a minor of 15 whom a doctor judged capable is taken', () => {
    const at = { isHere: true, age: 'judged', productId } as const;
    expect(decideGiveConsent(all, at, wish(oral, { who: 'self-judged' })).ok).toBe(true);
  });
});

describe('a dose', () => {
  const dose = { consentId: consentId('new'), personId, visitId, productId, isSaid: true };
  test('of an adult who says so is recorded with the consent', () => {
    const decided = decideConsentWithDose(neverConsented, oralOnly, 'self', dose);
    expect(decided).toMatchObject({ value: { events: [{ type: 'ConsentGiven' }], consentId: 'new' } });
  });

  test('after a consent in this visit asks no more', () => {
    const decided = decideConsentWithDose(consented(given()), all, 'self', { ...dose, isSaid: false });
    expect(decided).toEqual({ ok: true, value: { events: [], consentId: 'one' } });
  });

  test('of another vaccine, or in another visit, takes a consent of its own', () => {
    const state = consented(given());
    const other = { ...dose, isSaid: false, productId: idOf<ProductId>('imvanex') };
    expect(decideConsentWithDose(state, all, 'self', other)).toMatchObject({ refusal: 'consent-missing' });
    const later = { ...dose, isSaid: false, visitId: idOf<VisitId>('later') };
    expect(decideConsentWithDose(state, all, 'self', later)).toMatchObject({ refusal: 'consent-missing' });
  });

  test.each([
    ['a centre that never chose', oralOnly],
    ['a centre that chose', all],
  ])('that comes without a word of consent is refused: %s', (_, setting) => {
    const without = { ...dose, isSaid: false };
    expect(decideConsentWithDose(neverConsented, setting, 'self', without)).toMatchObject({
      refusal: 'consent-missing',
    });
  });

  test('of another vaccine against the same disease takes a consent of its own, after a withdrawal too', () => {
    const other = { ...dose, productId: idOf<ProductId>('spikevax') };
    expect(standingConsent(consented(given()), other)).toBeUndefined();
    const missing = decideConsentWithDose(consented(given()), all, 'self', { ...other, isSaid: false });
    expect(missing).toMatchObject({ refusal: 'consent-missing' });
    const after = consented(given(), withdrawn('one'));
    expect(decideConsentWithDose(after, oralOnly, 'self', other)).toMatchObject({
      refusal: 'consent-withdrawn',
    });
  });

  test('of a child takes its guardian, also where the centre never chose', () => {
    expect(decideConsentWithDose(neverConsented, oralOnly, 'guardian', dose)).toMatchObject({
      refusal: 'consent-missing',
    });
  });

  describe('given against one disease in one visit', () => {
    const spikevax = idOf<ProductId>('spikevax');
    const ofSpikevax = () => given({ consentId: consentId('two'), productId: spikevax });
    const mpox = idOf<ProductId>('imvanex');
    const ofComirnaty = { visitId, productId };

    test.each([
      [
        'both vaccines were consented to, and the later consent was withdrawn',
        [given(), ofSpikevax(), withdrawn('two')],
      ],
      [
        'both vaccines were consented to, and the earlier consent was withdrawn',
        [given(), ofSpikevax(), withdrawn('one')],
      ],
      [
        'this one was withdrawn, and the other one consented to afterwards',
        [given(), withdrawn('one'), ofSpikevax()],
      ],
      [
        'the same vaccine was consented to twice, and the later consent was withdrawn',
        [given(), given({ consentId: consentId('two') }), withdrawn('two')],
      ],
    ])('there is no dose of the vaccine without a new consent when %s', (_, events) => {
      const state = consented(...events);
      expect(isWithdrawnHere(state, ofComirnaty)).toBe(true);
      expect(decideConsentWithDose(state, oralOnly, 'self', dose)).toMatchObject({
        refusal: 'consent-withdrawn',
      });
      const anew = consented(...events, given({ consentId: consentId('three') }));
      expect(decideConsentWithDose(anew, oralOnly, 'self', dose)).toMatchObject({ ok: true });
    });

    test('what was said against another disease, or in another visit, goes on to hold', () => {
      const state = consented(
        given({ consentId: consentId('mpox'), productId: mpox }),
        given({ consentId: consentId('before'), visitId: idOf<VisitId>('before') }),
        given(),
        withdrawn('one'),
      );
      expect(state.filter(({ isWithdrawn }) => isWithdrawn).map((each) => each.consentId)).toEqual(['one']);
    });
  });

  test('after a withdrawal is not given by what is said with it, only by a new consent', () => {
    const state = consented(given(), withdrawn('one'));
    expect(isWithdrawnHere(state, dose)).toBe(true);
    expect(decideConsentWithDose(state, oralOnly, 'self', dose)).toMatchObject({
      refusal: 'consent-withdrawn',
    });
    const anew = consented(given(), withdrawn('one'), given({ consentId: consentId('two') }));
    expect(standingConsent(anew, dose)?.consentId).toBe('two');
  });
});

test('a consent is withdrawn once', () => {
  const withdraw = { consentId: consentId('one'), personId, reason: ' ' };
  expect(decideWithdrawConsent(consented(given()), withdraw)).toMatchObject({ ok: true });
  expect(decideWithdrawConsent(consented(given(), withdrawn('one')), withdraw)).toMatchObject({
    refusal: 'consent-withdrawn-already',
  });
  expect(decideWithdrawConsent(neverConsented, withdraw)).toMatchObject({ refusal: 'consent-unknown' });
});

test('who consented last is offered the next time', () => {
  expect(lastGuardian(consented(given({ party: mother })))?.name).toBe('Maria Beispiel');
  expect(lastGuardian(consented(given({ party: mother }), given()))).toBeUndefined();
});

test('whatever is drawn within the field and is more than a touch is a signature; nothing outside of it is', () => {
  const across = fc.integer({ min: 0, max: signatureField.width });
  const down = fc.integer({ min: 0, max: signatureField.height });
  fc.assert(
    fc.property(fc.array(fc.tuple(across, down), { minLength: 1, maxLength: 40 }), (points) => {
      const drawn = [[0, 0, signatureField.width, 0], points.flat()];
      expect(isSignature(drawn)).toBe(true);
      expect(isSignature([...drawn, [signatureField.width + 1, 0]])).toBe(false);
      expect(isSignature([...drawn, [1]])).toBe(false);
    }),
  );
  expect(isSignature([[300, 90]])).toBe(false);
});
