import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { passContent } from '../../../domain/passes/pass-content.ts';
import { fieldKeys, type PassTemplate, standardTemplate } from '../../../domain/passes/pass-template.ts';
import { ruleFaults } from '../../../domain/passes/template-rules.ts';
import { compileTemplate } from '../../../issuing/apple/compile-template.ts';
import { issuePkpasses } from '../../../issuing/apple/issue-pkpass.ts';
import { wholePass } from '../../../issuing/apple/pass-file.ts';
import { standardAssets } from '../../../issuing/apple/pass-images.ts';
import { verifyPkpass } from '../../../issuing/apple/verify-pkpass.ts';
import type { PassSigner } from '../../../issuing/keys/signer.ts';
import { issueOne } from '../../support/issue-one.ts';
import { aPass, testPassKey } from '../../support/pass-facts.ts';
import { testNow, trialSigner } from '../../support/trial-signer.ts';

const standard = standardTemplate('Impfzentrum Musterstadt');
const options = { now: testNow, passKeys: [testPassKey] };
let signer: PassSigner;

beforeAll(async () => {
  ({ signer } = await trialSigner());
});

async function issuedWith(template: PassTemplate, facts = aPass().facts()): Promise<Uint8Array> {
  const compiled = compileTemplate(template, standardAssets());
  if (!compiled.ok) throw new Error(compiled.refusal.code);
  const pass = await issueOne(compiled.value, passContent(facts, template), signer, options);
  if (!pass.ok) throw new Error(JSON.stringify(pass.refusal));
  return pass.value;
}

function textOf(pass: Uint8Array, name: string): string {
  return Buffer.from(unzipSync(pass)[name] ?? []).toString();
}

const designed: PassTemplate = {
  ...standard,
  version: 2,
  logoText: { de: 'Impfpass {disease}', en: 'Pass {disease}' },
  colours: { background: '#203040', foreground: '#FFFFFF', label: '#C0D8E8' },
  places: { ...standard.places, secondary: ['next-appointment', 'vaccine'] },
  labels: { 'house-rules': { de: 'Unsere Regeln', en: 'Our rules' } },
  houseRules: { de: 'Willkommen bei {centre}, {name}.', en: 'Welcome to {centre}, {name}.' },
  announcements: { message: { de: 'Neu: %@', en: 'New: %@' } },
  barcodeFormat: 'pdf417',
  locations: [{ latitude: 52.5, longitude: 13.4, text: { de: 'Am Impfzentrum', en: 'At the centre' } }],
  expiresAfterDays: 30,
};

describe('a pass of a designed template', () => {
  it('is written as it was designed', async () => {
    const pass = await issuedWith(
      designed,
      aPass().announcing('message').withMessage({ de: 'Hallo', en: 'Hello' }).facts(),
    );
    expect(JSON.parse(textOf(pass, 'pass.json'))).toMatchSnapshot();
    expect(textOf(pass, 'en.lproj/pass.strings')).toMatchSnapshot();
  });

  it('fills what is left open in what the phone says at a place', async () => {
    const text = { de: 'Ihr Pass für {centre}', en: 'Your pass for {centre}' };
    const pass = await issuedWith({ ...designed, locations: [{ latitude: 52.5, longitude: 13.4, text }] });
    const { name } = aPass().facts().centre;
    expect(textOf(pass, 'de.lproj/pass.strings')).toContain(`Ihr Pass für ${name}`);
    expect(textOf(pass, 'en.lproj/pass.strings')).toContain(`Your pass for ${name}`);
    expect(textOf(pass, 'de.lproj/pass.strings')).not.toContain('{centre}');
  });

  it('says nothing aloud where the template announces nothing', async () => {
    const pass = await issuedWith(designed, aPass().afterDose(1).announcing('dose-count').facts());
    expect(textOf(pass, 'pass.json')).not.toContain('changeMessage');
  });

  it('verifies, whatever was designed within the rules', { timeout: 60_000 }, async () => {
    const words = fc.record({ de: someText(), en: someText() });
    const templates = fc.record({
      logoText: words,
      description: words,
      houseRules: words,
      back: fc.shuffledSubarray([...fieldKeys.filter((key) => !onFront.has(key))]),
      barcodeFormat: fc.constantFrom('qr', 'aztec', 'pdf417'),
      label: words,
      expiresAfterDays: fc.option(fc.integer({ min: 1, max: 3650 }), { nil: undefined }),
    });
    await fc.assert(
      fc.asyncProperty(templates, fc.constantFrom(0, 1, 2), async ({ back, label, ...change }, doses) => {
        const { expiresAfterDays, ...rest } = change;
        const template: PassTemplate = {
          ...standard,
          ...(rest as Partial<PassTemplate>),
          ...(expiresAfterDays === undefined ? {} : { expiresAfterDays }),
          labels: { contact: label },
          places: { ...standard.places, back: ['message', ...back.filter((key) => key !== 'message')] },
        };
        fc.pre(ruleFaults(template).length === 0);
        const pass = await issuedWith(
          template,
          aPass()
            .afterDose(doses as 0 | 1 | 2)
            .facts(),
        );
        expect(verifyPkpass(pass, options).ok).toBe(true);
      }),
      { numRuns: 40 },
    );
  });
});

describe('several passes at once', () => {
  it('are answered in their order, each with its own serial number', async () => {
    const compiled = compileTemplate(standard, standardAssets());
    if (!compiled.ok) throw new Error(compiled.refusal.code);
    const serials = ['00000000000000000001', '00000000000000000002', '00000000000000000003'];
    const contents = serials.map((serial) => passContent(aPass(serial).facts(), standard));
    const passes = await issuePkpasses(compiled.value, contents, signer, options);
    const found = passes.map((pass) => {
      if (!pass.ok) return pass.refusal.code;
      const verified = verifyPkpass(wholePass(pass.value), options);
      return verified.ok ? verified.value.serialNumber : verified.refusal.code;
    });
    expect(found).toEqual(serials);
  });
});

const onFront = new Set(['dose-count', 'name', 'next-appointment', 'centre']);

/** Anything somebody may type, with quotes, braces and signs that mean something in JSON or XML. */
function someText() {
  return fc.oneof(
    fc.string({ minLength: 1, maxLength: 25, unit: 'grapheme' }),
    fc.constantFrom('{centre}', '"; }', '<a href="x">', '%@ %s', 'Ä\nB', '\\u0000'),
  );
}
