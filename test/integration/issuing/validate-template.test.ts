import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { passContent } from '../../../domain/passes/pass-content.ts';
import { type PassTemplate, standardTemplate } from '../../../domain/passes/pass-template.ts';
import { type SampleStage, sampleFacts } from '../../../domain/passes/sample-facts.ts';
import { bundlePkpasses } from '../../../issuing/apple/bundle-pkpasses.ts';
import { compileTemplate } from '../../../issuing/apple/compile-template.ts';
import { inspectPkpass } from '../../../issuing/apple/inspect-pkpass.ts';
import { modelWarnings } from '../../../issuing/apple/model-warnings.ts';
import { standardAssets } from '../../../issuing/apple/pass-images.ts';
import { passDocument } from '../../../issuing/apple/pass-json.ts';
import { templateSentence } from '../../../issuing/apple/template-fault-texts.ts';
import { templateFaults } from '../../../issuing/apple/validate-template.ts';
import { describeSharedData } from '../../support/describe-shared-data.ts';
import { issueOne } from '../../support/issue-one.ts';
import { aPass, testPassKey } from '../../support/pass-facts.ts';
import { sharedData } from '../../support/shared-data.ts';
import { testNow, trialSigner } from '../../support/trial-signer.ts';

const standard = standardTemplate('Impfzentrum Musterstadt');
const sample = { centre: aPass().facts().centre, now: testNow };
const place = { latitude: 52.5, longitude: 13.4, text: { de: 'Impfzentrum', en: 'Vaccination centre' } };
const identity = { passTypeId: 'pass.org.example', teamId: 'ABCDE12345' };
const faultsOf = (change: Partial<PassTemplate>, assets = standardAssets()) =>
  templateFaults({ ...standard, ...change }, assets, sample);

/** Everything a template can have, at once. */
const full: PassTemplate = {
  ...standard,
  expiresAfterDays: 365,
  locations: Array(10).fill(place),
  places: { ...standard.places, auxiliary: ['centre', 'vaccine', 'birth-date'] },
  masterData: ['birth-date', 'address', 'email', 'phone', 'insurance-number'],
};

const stages: SampleStage[] = ['issued', 'after-first-dose', 'complete', 'voided'];

describe('a template that is right', () => {
  it('may be published', () => {
    expect(faultsOf({})).toEqual([]);
    expect(faultsOf(full)).toEqual([]);
  });

  it.each(stages)('makes a pass that the pass model of another author takes whole: %s', (stage) => {
    const json = jsonOf(full, passContent(sampleFacts(stage, sample.centre, testNow), full), identity);
    expect(modelWarnings(json, standardAssets())).toEqual([]);
  });

  it('has the dates of a pass in every form that phones read, and its end', () => {
    const json = jsonOf(full, passContent(aPass().facts(), full), identity);
    expect(json).toMatchObject({
      relevantDate: '2026-11-23T09:00+01:00',
      relevantDates: [
        { date: '2026-11-23T09:00+01:00', relevantDate: '2026-11-23T09:00+01:00' },
        { date: '2026-12-15T10:30+01:00', relevantDate: '2026-12-15T10:30+01:00' },
      ],
      expirationDate: '2027-12-16T00:00+01:00',
      locations: Array(10).fill({ latitude: 52.5, longitude: 13.4, relevantText: 'Impfzentrum' }),
    });
  });

  it('links to the page of the pass in words, without letting a name break out of it', () => {
    const content = passContent(aPass().with({ passUrl: 'https://pass.example/?a=1&b="2"' }).facts(), full);
    const json = jsonOf(full, content, identity);
    const { backFields } = json.generic as { backFields: Record<string, unknown>[] };
    expect(backFields.find(({ key }) => key === 'pass-link')).toMatchObject({
      value: 'https://pass.example/?a=1&b="2"',
      attributedValue: '<a href="https://pass.example/?a=1&#38;b=&#34;2&#34;">Pass öffnen</a>',
    });
  });
});

describeSharedData('the schema of a pass by others', () => {
  it.each(stages)('makes a pass that an independent schema accepts: %s', (stage) => {
    const path = sharedData('wallet', 'apple-pass.schema.json');
    const { $schema: _draft4, ...schema } = JSON.parse(readFileSync(path, 'utf8'));
    const json = jsonOf(full, passContent(sampleFacts(stage, sample.centre, testNow), full), identity, {
      url: 'https://pass.example/wallet',
      authenticationToken: '0123456789abcdef',
    });
    // Both keys are younger than that schema.
    const { relevantDates: _dates, sharingProhibited: _sharing, ...known } = json;
    const validate = new Ajv({ strict: false, allErrors: true, formats: { iri: true, uri: true } }).compile(
      schema,
    );
    expect(validate(JSON.parse(JSON.stringify(known))) ? [] : validate.errors).toEqual([]);
  });
});

describe('a template that is not right', () => {
  const { places, colours } = standard;
  const cases: [string, Partial<PassTemplate>, object][] = [
    [
      'no English',
      { logoText: { de: 'Impfpass', en: ' ' } },
      { code: 'text-missing', part: 'logoText', language: 'en' },
    ],
    [
      'house rules in one language',
      { houseRules: { de: '', en: 'Wear a mask.' } },
      { code: 'text-missing', part: 'houseRules' },
    ],
    ['no organisation', { organisationName: '' }, { code: 'text-missing', part: 'organisationName' }],
    [
      'a colour in words',
      { colours: { ...colours, label: 'white' } },
      { code: 'template-colour-invalid', value: 'white' },
    ],
    [
      'grey on grey',
      { colours: { ...colours, background: '#777777', label: '#888888' } },
      { code: 'contrast-too-low', part: 'colours.label' },
    ],
    ['no name on the front', { places: { ...places, primary: [] } }, { code: 'field-needed', key: 'name' }],
    [
      'no place for messages',
      { places: { ...places, back: ['doses'] } },
      { code: 'field-needed', key: 'message' },
    ],
    [
      'one field twice',
      { places: { ...places, auxiliary: ['name'] } },
      { code: 'field-placed-twice', key: 'name' },
    ],
    [
      'too many header fields',
      { places: { ...places, header: ['dose-count', 'vaccine', 'birth-date', 'proof'] } },
      { code: 'place-full', place: 'header', limit: 3 },
    ],
    ['half a day of validity', { expiresAfterDays: 0.5 }, { code: 'days-invalid', value: 0.5 }],
    [
      'eleven places',
      { locations: Array(11).fill(place) },
      { code: 'locations-too-many', part: 'locations', limit: 10 },
    ],
    [
      'a place off the earth',
      { locations: [{ ...place, latitude: 100 }] },
      { code: 'location-invalid', part: 'locations.0' },
    ],
  ];

  it.each(cases)('is not published with %s', (_case, change, fault) => {
    const faults = faultsOf(change);
    expect(faults).toContainEqual(expect.objectContaining(fault));
    for (const { de, en } of faults.map(templateSentence)) {
      expect(`${de} ${en}`).not.toMatch(/undefined|NaN|\[object| \./);
      expect(de).not.toBe(en);
    }
  });

  it('is not published without its images, or with one that is none', () => {
    const assets = standardAssets();
    assets.delete('icon@2x.png');
    expect(faultsOf({}, assets)).toEqual([{ code: 'image-missing', name: 'icon@2x.png' }]);
    assets.set('icon@2x.png', new Uint8Array(20));
    expect(faultsOf({}, assets)).toEqual([{ code: 'image-not-png', name: 'icon@2x.png' }]);
  });

  it('is not published with anything that the pass model would drop with a mere warning', () => {
    const json = jsonOf(standard, passContent(aPass().facts(), standard), identity);
    expect(modelWarnings(json, standardAssets())).toEqual([]);
    const barcodes = [{ format: 'PKBarcodeFormatNone', message: 'x', messageEncoding: 'iso-8859-1' }];
    expect(modelWarnings({ ...json, barcodes }, standardAssets()).length).toBeGreaterThan(0);
    expect(modelWarnings({ ...json, labelColor: 'white' }, standardAssets()).length).toBeGreaterThan(0);
    expect(modelWarnings({ ...json, unheardOf: 1 }, standardAssets())).toEqual([
      'unheardOf was not accepted.',
    ]);
  });
});

describe('a bundle for a family', () => {
  it('holds up to ten passes, each still whole', async () => {
    const { signer } = await trialSigner();
    const compiled = compileTemplate(standard, standardAssets());
    if (!compiled.ok) throw new Error(compiled.refusal.code);
    const options = { now: testNow, passKeys: [testPassKey] };
    const passes = await Promise.all(
      ['00000000000000000001', '00000000000000000002'].map(async (passId) => {
        const content = passContent(aPass(passId).facts(), standard);
        const pass = await issueOne(compiled.value, content, signer, options);
        if (!pass.ok) throw new Error(pass.refusal.code);
        return pass.value;
      }),
    );
    const bundle = bundlePkpasses(passes);
    if (!bundle.ok) throw new Error(bundle.refusal);
    expect(Object.keys(unzipSync(bundle.value))).toEqual(['pass-1.pkpass', 'pass-2.pkpass']);
    expect(inspectPkpass(bundle.value, options)).toMatchObject({ verdict: 'good' });
    expect(bundlePkpasses([])).toEqual({ ok: false, refusal: 'bundle-empty' });
    expect(bundlePkpasses(Array(11).fill(passes[0]))).toEqual({ ok: false, refusal: 'bundle-too-large' });
  });
});

function jsonOf(...parts: Parameters<typeof passDocument>): Record<string, unknown> {
  return JSON.parse(passDocument(...parts).passJson);
}
