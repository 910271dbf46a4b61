import { expect, test } from 'vitest';
import { type FamilyPage, familyPage } from '../../../pages/family-page.ts';

const page: FamilyPage = {
  language: 'de',
  device: 'apple',
  centre: { name: 'Impfzentrum Musterstadt', phone: '030 0000000' },
  address: 'http://192.0.2.7:8472/p/abc.def',
  otherLanguage: '/p/abc.def?lang=en',
  expires: 'Di., 24.11.2026, 09:00 Uhr',
  bundle: '/p/abc.def/passes.pkpasses',
  passes: [
    { shortNumber: '4F2K-9TB-30X', page: '/p/abc?lang=de' },
    { shortNumber: '7AAA-000-111', page: '/p/def?lang=de' },
  ],
};
const firsts = (html: string) =>
  [...html.matchAll(/class="button first" href="([^"]+)"/g)].map(([, href]) => href);

test('an iPhone takes all passes with the first button', () => {
  const html = familyPage(page);
  expect(firsts(html)).toEqual([page.bundle]);
  expect(html).toContain('Alle 2 Pässe zu Apple Wallet hinzufügen');
  expect(html).not.toContain('<svg');
});

test('an Android phone goes to each pass, where its save link is', () => {
  expect(firsts(familyPage({ ...page, device: 'android' }))).toEqual(page.passes.map((pass) => pass.page));
});

test('a computer shows the code for the phone, in English too', () => {
  const html = familyPage({ ...page, device: 'other', language: 'en' });
  expect(html).toContain('<svg');
  expect(html).toContain('Add all 2 passes to Apple Wallet');
  expect(html).toContain('lang="de"');
});

test('nothing in it becomes markup', () => {
  const evil = '"><script>x</script>';
  const html = familyPage({
    ...page,
    centre: { name: evil, phone: evil },
    bundle: evil,
    otherLanguage: evil,
  });
  expect(html).not.toContain('<script');
});
