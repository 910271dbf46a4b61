import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { deviceOf, languageOf } from '../../../pages/device-of.ts';
import { busyPage, gonePage, type HandOverPage, handOverPage } from '../../../pages/hand-over-page.ts';

const page: HandOverPage = {
  language: 'de',
  device: 'apple',
  centre: { name: 'Impfzentrum Musterstadt', phone: '030 0000000' },
  shortNumber: '4F2K-9TB-30X',
  isLive: false,
  address: 'http://192.0.2.7:8472/p/abc',
  otherLanguage: '/p/abc?lang=en',
  expires: 'Di., 24.11.2026, 09:00 Uhr',
  links: { apple: '/p/abc/pass.pkpass', paper: '/p/abc/pass.pdf', calendar: '/p/abc/dates.ics' },
};

describe('the hand-over page', () => {
  test.each(['de', 'en'] as const)('reads well in %s, on a phone and on a computer', (language) => {
    expect(handOverPage({ ...page, language })).toMatchSnapshot();
    expect(
      handOverPage({ ...page, language, device: 'other' }).replace(/d="[^"]+"/, 'd=""'),
    ).toMatchSnapshot();
    expect(gonePage(language)).toMatchSnapshot();
    expect(busyPage(language)).toMatchSnapshot();
  });

  test.each([
    ['de', 'ändert sich nicht von selbst', 'ändert sich von selbst'],
    ['en', 'does not change by itself', 'changes by itself'],
  ] as const)('promises in %s what the pass does, and nothing else', (language, snapshot, live) => {
    const standAlone = handOverPage({ ...page, language });
    const connected = handOverPage({ ...page, language, isLive: true });
    expect(standAlone).toContain(snapshot);
    expect(standAlone).not.toContain(live);
    expect(connected).toContain(live);
    expect(connected).not.toContain(snapshot);
  });

  test('offers Android the save link where there is one, and paper where there is none', () => {
    const google = 'https://pay.google.com/gp/v/save/abc';
    const withLink = handOverPage({ ...page, device: 'android', links: { ...page.links, google } });
    expect(withLink).toContain(`class="button first" href="${google}"`);
    expect(handOverPage({ ...page, device: 'android' })).toContain(
      'class="button first" href="/p/abc/pass.pdf"',
    );
  });

  test('lets no name of a centre become markup', () => {
    const tags = (html: string) => html.match(/<[a-z!/][^>]*>/gi);
    const harmless = tags(handOverPage(page));
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.string({ unit: 'grapheme', minLength: 1 }),
        (name, phone) => {
          expect(tags(handOverPage({ ...page, centre: { name: `${name}"><script>`, phone } }))).toEqual(
            harmless,
          );
        },
      ),
    );
  });
});

test.each([
  ['Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X)', 'apple'],
  ['Mozilla/5.0 (iPad; CPU OS 17_0 like Mac OS X)', 'apple'],
  ['Mozilla/5.0 (Linux; Android 15; Pixel 9)', 'android'],
  ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)', 'other'],
  ['Mozilla/5.0 (Windows Phone 10.0; Android 6.0.1) like iPhone', 'other'],
  [undefined, 'other'],
])('the device of %s is %s', (userAgent, device) => {
  expect(deviceOf(userAgent)).toBe(device);
});

test.each([
  [undefined, 'en-US,en;q=0.8', 'en'],
  [undefined, 'fr,de;q=0.4,en;q=0.6', 'en'],
  [undefined, 'tr', 'de'],
  [undefined, undefined, 'de'],
  [undefined, 'en;q=0, de;q=0.1', 'de'],
  ['en', 'de', 'en'],
  ['xx', 'en', 'en'],
])('a page asked for in %s by a browser that reads %s is in %s', (chosen, accepted, language) => {
  expect(languageOf(chosen, accepted)).toBe(language);
});
