import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Language } from '../../../domain/kernel/bilingual.ts';
import type { Instant } from '../../../domain/kernel/instant.ts';
import {
  allFields,
  announcedChanges,
  type PassContent,
  passContent,
  valueWords,
} from '../../../domain/passes/pass-content.ts';
import type { PassFacts } from '../../../domain/passes/pass-facts.ts';
import { fieldKeys, standardTemplate } from '../../../domain/passes/pass-template.ts';
import { aPass } from '../../support/pass-facts.ts';

const template = standardTemplate('Impfzentrum Musterstadt');

function contentOf(builder: { facts(): PassFacts }): PassContent {
  return passContent(builder.facts(), template);
}

function words(content: PassContent, key: string, language: Language = 'de'): string | undefined {
  const field = allFields(content).find((candidate) => candidate.key === key);
  return field && valueWords(field.value, content.timeZone, language);
}

it('says of a dose given elsewhere that it was, and names no product for all of them', () => {
  const facts = aPass().afterDose(2).facts();
  const [first, second] = facts.doses;
  if (!first || !second) throw new Error('two doses were given');
  const { lot: _, ...certified } = first;
  const doses = [
    { ...certified, productName: '', isElsewhere: true, isDayKnown: false },
    { ...second, ordinal: 2 },
  ];
  const content = passContent({ ...facts, doses }, template);
  expect(words(content, 'proof')).toBe(
    'Jörg Müller, geboren 02.01.1950, hat alle 2 Dosen gegen COVID-19 erhalten, davon 1 anderswo, die letzte am 15.12.2026.',
  );
  expect(words(content, 'doses')).toBe(
    '1. Dosis: spätestens 23.11.2026, anderswo\n2. Dosis: 15.12.2026, Comirnaty, Charge LOT2',
  );
  expect(words(content, 'doses', 'en')).toContain('Dose 1: at the latest 23 Nov 2026, elsewhere');
});

describe('a pass as issued', () => {
  const content = contentOf(aPass());

  it('shows name, doses and the first date on its front', () => {
    const { header, primary, secondary } = content.fields;
    expect([header, primary, secondary].map(([field]) => field?.key)).toEqual([
      'dose-count',
      'name',
      'next-appointment',
    ]);
    expect(words(content, 'name')).toBe('Jörg Müller');
    expect(words(content, 'dose-count')).toBe('0 von 2');
    expect(words(content, 'dose-count', 'en')).toBe('0 of 2');
    expect(words(content, 'next-appointment')).toBe('Mo., 23.11.2026, 09:00 Uhr');
    expect(words(content, 'next-appointment', 'en')).toBe('Mon 23 Nov 2026, 09:00');
  });

  it('has the planned dates, the chosen personal details and the contact on its back', () => {
    expect(words(content, 'planned-dates')).toBe(
      '1. Dosis: Mo., 23.11.2026, 09:00 Uhr\n2. Dosis: Di., 15.12.2026, 10:30 Uhr',
    );
    expect(words(content, 'master-data', 'en')).toBe(
      'Jörg Müller\nDate of birth: 2 Jan 1950\nAm Markt 1, 12345 Musterstadt',
    );
    expect(words(content, 'contact')).toContain('+49 30 1234567');
    expect(words(content, 'doses')).toBeUndefined();
    expect(words(content, 'proof')).toBeUndefined();
  });

  it('is offered by the phone at the open dates', () => {
    expect(content.relevantAt).toEqual(['2026-11-23T08:00:00.000Z', '2026-12-15T09:30:00.000Z']);
  });

  it('announces nothing', () => {
    expect(allFields(content).filter((field) => field.announcement)).toEqual([]);
  });
});

describe('a pass after the first dose', () => {
  const before = contentOf(aPass());
  const content = contentOf(aPass().afterDose(1).announcing('dose-count'));

  it('counts one and shows the next date', () => {
    expect(words(content, 'dose-count')).toBe('1 von 2');
    expect(words(content, 'next-appointment')).toBe('Di., 15.12.2026, 10:30 Uhr');
    expect(words(content, 'planned-dates')).toContain('1. Dosis: Mo., 23.11.2026, 09:00 Uhr – wahrgenommen');
    expect(words(content, 'doses', 'en')).toBe('Dose 1: 23 Nov 2026, Comirnaty, lot LOT1');
  });

  it('announces the doses alone, although the next date changed too', () => {
    expect(announcedChanges(before, content)).toEqual(['dose-count']);
  });
});

describe('a pass after the last dose', () => {
  const content = contentOf(aPass().afterDose(2).announcing('dose-count'));

  it('says that the series is complete and who received what', () => {
    expect(words(content, 'dose-count')).toBe('2 von 2');
    expect(words(content, 'next-appointment')).toBe('Impfserie abgeschlossen');
    expect(words(content, 'proof')).toBe(
      'Jörg Müller, geboren 02.01.1950, hat alle 2 Dosen Comirnaty gegen COVID-19 erhalten, die letzte am 15.12.2026.',
    );
  });
});

describe('a pass of a series that a further dose completed before its time', () => {
  const [first, second] = aPass().facts().appointments;
  const kept = first && { ...first, status: 'attended' as const };

  it('names no next appointment for a dose that was given already', () => {
    const content = contentOf(
      aPass()
        .afterDose(2)
        .with({ appointments: [kept, second].filter((date) => !!date) }),
    );
    expect(words(content, 'next-appointment')).toBe('Impfserie abgeschlossen');
    expect(content.relevantAt).toEqual([]);
  });

  it('still names one for a dose after the series', () => {
    const booster = second && { ...second, plannedDose: 3 };
    const content = contentOf(
      aPass()
        .afterDose(2)
        .with({ appointments: [kept, booster].filter((date) => !!date) }),
    );
    expect(words(content, 'next-appointment')).toBe('Di., 15.12.2026, 10:30 Uhr');
  });
});

describe('other passes', () => {
  it('says when a date was moved, and nothing else', () => {
    const moved = '2026-11-24T09:00:00.000Z' as Instant;
    const [, second] = aPass().facts().appointments;
    if (!second) throw new Error('a second date was expected');
    const after = contentOf(
      aPass()
        .announcing('next-appointment')
        .with({ appointments: [{ plannedDose: 1, startsAt: moved, status: 'booked' }, second] }),
    );
    expect(announcedChanges(contentOf(aPass()), after)).toEqual(['next-appointment']);
  });

  it('tells all dates when one behind the next was moved: the field of the next does not change', () => {
    const [first] = aPass().facts().appointments;
    if (!first) throw new Error('a first date was expected');
    const moved = '2027-01-07T13:20:00.000Z' as Instant;
    const after = contentOf(
      aPass()
        .announcing('planned-dates')
        .with({ appointments: [first, { plannedDose: 2, startsAt: moved, status: 'booked' }] }),
    );
    expect(announcedChanges(contentOf(aPass()), after)).toEqual(['planned-dates']);
    expect(words(after, 'planned-dates')).toContain('Do., 07.01.2027, 14:20 Uhr');
  });

  it('carries a message of the centre as its only announcement', () => {
    const message = { de: 'Bitte tragen Sie eine Maske.', en: 'Please wear a mask.' };
    const after = contentOf(aPass().withMessage(message).announcing('message'));
    expect(announcedChanges(contentOf(aPass()), after)).toEqual(['message']);
  });

  it('is void in words when voided, and no longer offered by the phone', () => {
    const content = contentOf(aPass().with({ isVoided: true }));
    expect(content.isVoided).toBe(true);
    expect(words(content, 'dose-count')).toBe('ungültig');
    expect(content.relevantAt).toEqual([]);
  });

  it('keeps no word of an erased person', () => {
    const content = contentOf(aPass().afterDose(2).with({ person: undefined, isVoided: true }));
    expect(JSON.stringify(content)).not.toMatch(/Müller|1950/);
  });

  it('ends the given number of days after the last date, at midnight of the centre', () => {
    const content = passContent(aPass().facts(), { ...template, expiresAfterDays: 30 });
    expect(content.expiresAt).toBe('2027-01-14T23:00:00.000Z');
  });

  it('announces at most one field, whatever changes', () => {
    const states = fc.record({
      doses: fc.constantFrom(0 as const, 1 as const, 2 as const),
      announced: fc.constantFrom(
        'dose-count' as const,
        'next-appointment' as const,
        'message' as const,
        undefined,
      ),
      isVoided: fc.boolean(),
      message: fc.option(fc.record({ de: fc.string(), en: fc.string() }), { nil: undefined }),
    });
    const everything = { ...template, places: { ...template.places, back: [...fieldKeys] } };
    const made = ({ doses, ...change }: { doses: 0 | 1 | 2 } & Omit<Partial<PassFacts>, 'doses'>) =>
      passContent(aPass().afterDose(doses).with(change).facts(), {
        ...everything,
        places: { ...everything.places, header: [], primary: [], secondary: [], auxiliary: [] },
      });
    fc.assert(
      fc.property(states, states, (before, after) => {
        expect(announcedChanges(made(before), made(after)).length).toBeLessThanOrEqual(1);
      }),
    );
  });
});
