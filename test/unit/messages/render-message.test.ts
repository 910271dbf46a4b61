import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { messageKinds } from '../../../domain/messages/message-kind.ts';
import { renderMessage } from '../../../domain/messages/render-message.ts';
import { aMessage } from '../../support/message-facts.ts';

const pass = {
  hasFile: true,
  shortNumber: '4F2K-9TB-30X',
  handOverLink: 'https://pass.example.invalid/p/abc',
  googleLink: 'https://pay.google.com/gp/v/save/abc',
};

describe('a message', () => {
  test.each(['de', 'en'] as const)('brings the pass, every way to it and the dates, in %s', (language) => {
    const facts = aMessage({
      message: 'pass-ready',
      language,
      pass,
      hasCalendar: true,
      appointment: undefined,
    });
    expect(renderMessage(facts)).toMatchSnapshot();
  });

  test.each(['de', 'en'] as const)(
    'to whoever booked before says that they have a booking, and how to cancel a date, in %s',
    (language) => {
      const facts = {
        message: 'pass-ready',
        language,
        pass,
        appointment: undefined,
        isBookedAgain: true,
      } as const;
      const { subject, text } = renderMessage(aMessage(facts));
      expect(`${subject}\n\n${text}`).toMatchSnapshot();
      const withoutDates = renderMessage(aMessage({ ...facts, openAppointments: [] }));
      expect(`${withoutDates.subject}\n\n${withoutDates.text}`).toMatchSnapshot();
    },
  );

  test.each(['de', 'en'] as const)(
    'asks whoever booked twice which dates hold, with a link for each, in %s',
    (language) => {
      const choice = {
        earlier: {
          dates: [{ plannedDose: 1, startsAt: '2026-11-24T09:00:00.000Z' as never }],
          keepLink: 'https://pass.example.invalid/keep/a',
        },
        again: {
          dates: [{ plannedDose: 1, startsAt: '2026-11-25T09:00:00.000Z' as never }],
          keepLink: 'https://pass.example.invalid/keep/b',
        },
      };
      const facts = {
        message: 'pass-ready',
        language,
        pass,
        appointment: undefined,
        isBookedAgain: true,
        choice,
      } as const;
      const { subject, text } = renderMessage(aMessage(facts));
      expect(`${subject}\n\n${text}`).toMatchSnapshot();
      const oneLink = { ...choice, again: { dates: choice.again.dates } };
      const { text: one } = renderMessage(aMessage({ ...facts, choice: oneLink }));
      expect(one).not.toContain('/keep/b');
      expect(one).toMatch(language === 'de' ? /nur die früheren Termine behalten/ : /keep only the earlier/);
      expect(one).toMatch(language === 'de' ? /und verschieben:\s+https/ : /and move appointments:\s+https/);
    },
  );

  test.each(
    messageKinds.flatMap((message) =>
      (['de', 'en'] as const).map((language) => [message, language] as const),
    ),
  )('%s reads well in %s', (message, language) => {
    const { subject, text } = renderMessage(aMessage({ message, language }));
    expect(`${subject}\n\n${text}`).toMatchSnapshot();
  });

  test.each(['de', 'en'] as const)(
    'that somebody is to come by says where the questions are answered ahead, and no other does, in %s',
    (language) => {
      const questionsLink = 'https://pass.example.invalid/my/a/b/dates/c/questions';
      const said = (message: (typeof messageKinds)[number], more = {}) =>
        renderMessage(aMessage({ message, language, pass, questionsLink, ...more }));
      const withoutFile = { pass: { ...pass, hasFile: false, googleLink: undefined } };
      expect(said('reminder', withoutFile).text).toMatchSnapshot();
      expect(said('pass-ready', { appointment: undefined }).text).toMatchSnapshot();
      const pointing = messageKinds.filter((message) => said(message).text.includes(questionsLink));
      expect(pointing).toEqual(['pass-ready', 'appointment-booked', 'appointment-moved', 'reminder']);
      expect(said('reminder').html).toContain(`href="${questionsLink}"`);
      expect(said('pass-ready', { isBookedAgain: true }).text).not.toContain(questionsLink);
    },
  );

  test('says the time by the clock of the centre, in summer and in winter', () => {
    const at = (startsAt: string) =>
      renderMessage(aMessage({ appointment: { plannedDose: 1, startsAt: startsAt as never } })).subject;
    expect(at('2026-07-06T08:00:00.000Z')).toContain('06.07.2026, 10:00 Uhr');
    expect(at('2026-12-07T08:00:00.000Z')).toContain('07.12.2026, 09:00 Uhr');
  });

  test('carries no vaccine and no name in its subject, whatever it is about', () => {
    for (const message of messageKinds) {
      const { subject } = renderMessage(aMessage({ message, pass }));
      expect(subject).not.toMatch(/Łukasz|Weiß|Comirnaty|COVID/);
    }
  });

  test('never lets a name become a header, markup or a line of its own', () => {
    const hostile = fc.string({ unit: 'grapheme' });
    const nasty = fc.oneof(
      hostile,
      fc.constantFrom(
        '\r\nBcc: x@example.invalid',
        '<script>alert(1)</script>',
        '"><img src=x>',
        '%d%c%n',
        '\u2028',
      ),
    );
    fc.assert(
      fc.property(nasty, nasty, nasty, (givenName, familyName, name) => {
        const centre = { name: `Z${name}`, timeZone: 'Europe/Berlin', street: `M${name}`, phone: `0${name}` };
        const person = { givenName, familyName };
        const facts = aMessage({ person, centre, message: 'pass-ready', pass, appointment: undefined });
        const { subject, text, html } = renderMessage(facts);
        expect(subject).not.toMatch(/[\p{Cc}\u2028\u2029]/u);
        expect(text.split(/[\r\n\u2028\u2029]/).length).toBe(plain().text.split('\n').length);
        expect(tagsOf(html)).toEqual(tagsOf(plain().html));
      }),
    );
  });

  test('makes links of web addresses only', () => {
    const sent = aMessage({ pass: { ...pass, googleLink: 'javascript:alert(1)' } });
    expect(renderMessage(sent).html).not.toContain('href="javascript');
  });
});

/** The same message for somebody with a harmless name. */
function plain() {
  return renderMessage(aMessage({ message: 'pass-ready', pass, appointment: undefined }));
}

function tagsOf(html: string): string[] {
  return html.match(/<[a-z!/][^>]*>/gi) ?? [];
}
