import { expect, it } from 'vitest';
import type { PassId } from '../../../domain/kernel/ids.ts';
import { blankContent } from '../../../domain/passes/blank-pass.ts';
import { fieldKeys, standardTemplate } from '../../../domain/passes/pass-template.ts';
import { passDocument } from '../../../issuing/apple/pass-json.ts';
import { firstSchemaError } from '../../../issuing/apple/pass-schema.ts';

const passId = '0123456789ABCDEF0123' as PassId;
const identity = { passTypeId: 'pass.example.impfpass', teamId: 'TEAM123456' };
const telling = {
  de: 'Willkommen, {name}: {product}, {doses} Dosen',
  en: 'Welcome, {name}: {product}, {doses}',
};
const standard = standardTemplate('Impfzentrum Nord');

it('a blank pass is void, has no code, place, date or notice, and takes no text of its look that could tell of somebody', () => {
  const template = {
    ...standard,
    description: telling,
    logoText: telling,
    houseRules: telling,
    labels: Object.fromEntries(fieldKeys.map((key) => [key, telling])),
    places: { ...standard.places, back: [...fieldKeys] },
    locations: [{ latitude: 50, longitude: 8, text: telling }],
    expiresAfterDays: 10,
  };
  const content = blankContent(passId, template, 'Europe/Berlin');
  const document = passDocument(template, content, identity);
  const pass = JSON.parse(document.passJson);
  expect(firstSchemaError(pass)).toBeUndefined();
  expect(pass).toMatchObject({ serialNumber: passId, voided: true });
  for (const key of ['barcodes', 'barcode', 'locations', 'relevantDate', 'relevantDates', 'expirationDate'])
    expect(pass).not.toHaveProperty(key);
  const whole = `${document.passJson}${document.germanStrings}${document.englishStrings}`;
  expect(whole).not.toMatch(/Willkommen|Welcome|\{name\}|changeMessage/);
  expect(whole).toContain('Impfzentrum Nord');
});
