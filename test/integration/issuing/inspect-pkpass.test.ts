import fc from 'fast-check';
import { unzipSync, zipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { inspectPkpass } from '../../../issuing/apple/inspect-pkpass.ts';
import { goodFiles, type PassFiles, signedAgain } from '../../support/broken-pass.ts';
import { codesOf, inspectionOptions, textFile } from '../../support/inspection-codes.ts';

let good: PassFiles;

beforeAll(async () => {
  good = await goodFiles();
});

describe('an inspection of a good pass', () => {
  it('finds nothing but that it is a trial', async () => {
    expect(inspectPkpass(zipSync(good), inspectionOptions)).toMatchObject({
      verdict: 'good',
      findings: [{ severity: 'note', code: 'authority-trial' }],
      summary: {
        serialNumber: '0123456789ABCDEF0123',
        teamId: 'TRIAL00000',
        signature: { authority: 'trial' },
      },
    });
  });

  it('looks into every pass of a bundle', async () => {
    const bundle = zipSync({ 'one.pkpass': zipSync(good), 'two.pkpass': textFile('nothing') });
    expect(inspectPkpass(bundle, inspectionOptions)).toMatchObject({
      verdict: 'broken',
      findings: [
        { code: 'authority-trial', within: 'one.pkpass' },
        { code: 'not-a-zip', within: 'two.pkpass' },
      ],
    });
    const eleven = Array.from({ length: 11 }, (_, index) => [`${index}.pkpass`, zipSync(good)]);
    expect(codesOf(zipSync(Object.fromEntries(eleven)))).toEqual(['bundle-too-large']);
  });
});

describe('an inspection of what two readers see differently', () => {
  it('goes into no bundle within a bundle, however often one holds itself', () => {
    let nested = zipSync({ 'pass.pkpass': zipSync(good) });
    for (let level = 0; level < 30; level++)
      nested = zipSync({ 'one.pkpass': nested, 'two.pkpass': nested }, { level: 9 });
    const { verdict, findings } = inspectPkpass(nested, inspectionOptions);
    expect(verdict).toBe('broken');
    expect(findings.map(({ code }) => code)).toEqual(['bundle-within-bundle', 'bundle-within-bundle']);
  });

  it('warns of a name that stands twice in pass.json, and goes on', async () => {
    const text = Buffer.from(good['pass.json'] ?? []).toString();
    const doubled = text.replace('{', '{"serialNumber":"other",');
    const pass = await signedAgain({ ...good, 'pass.json': Buffer.from(doubled) });
    const { verdict, findings, summary } = inspectPkpass(pass, inspectionOptions);
    expect(verdict).toBe('doubtful');
    expect(findings.map(({ code }) => code)).toContain('json-name-twice');
    expect(summary.serialNumber).toBe('0123456789ABCDEF0123');
  });
});

describe('an inspection of an archive that is not one', () => {
  it('says so of any other file', () => {
    expect(codesOf(textFile('<html>'))).toEqual(['not-a-zip']);
    expect(codesOf(new Uint8Array())).toEqual(['not-a-zip']);
  });

  it('says so of a file that was cut off', () => {
    expect(codesOf(zipSync(good).slice(0, -40))).toEqual(['not-a-zip']);
  });

  it('does not unpack a zip bomb', () => {
    const bomb = zipSync({ ...good, 'pass.json': new Uint8Array(40 * 1024 * 1024) });
    expect(codesOf(bomb)).toEqual(['zip-too-large']);
  });

  it('does not believe a bomb that lies about its size', () => {
    const bomb = Buffer.from(zipSync({ 'pass.json': new Uint8Array(40 * 1024 * 1024) }));
    const central = bomb.lastIndexOf(Buffer.from('PK\x01\x02', 'latin1'));
    bomb.writeUInt32LE(1000, central + 24);
    expect(codesOf(bomb)).toEqual(['zip-damaged']);
  });

  it.each(['../evil.json', '/etc/passwd', 'a/../../b', 'C:\\x', 'a\\b', './pass.json', 'a//b'])(
    'refuses the path %s',
    (name) => {
      expect(codesOf(zipSync({ ...good, [name]: textFile('x') }))).toEqual(['zip-name-unsafe']);
    },
  );

  it('refuses two files of one name, and of one name but for its case', () => {
    expect(codesOf(zipSync({ ...good, 'PASS.json': textFile('x') }))).toEqual(['zip-name-twice']);
    const renamed = Buffer.from(zipSync({ ...good, 'pass.jso0': textFile('x') }));
    const replaced = renamed.toString('latin1').replaceAll('pass.jso0', 'pass.json');
    expect(codesOf(Buffer.from(replaced, 'latin1'))).toEqual(['zip-name-twice']);
  });

  it('refuses an encrypted file and an unknown packing', () => {
    const encrypted = Buffer.from(zipSync({ 'pass.json': textFile('{}') }, { level: 0 }));
    const central = encrypted.lastIndexOf(Buffer.from('PK\x01\x02', 'latin1'));
    encrypted.writeUInt16LE(1, central + 8);
    expect(codesOf(encrypted)).toEqual(['zip-encrypted']);
    encrypted.writeUInt16LE(0, central + 8);
    encrypted.writeUInt16LE(12, central + 10);
    expect(codesOf(encrypted)).toEqual(['zip-method-unknown']);
  });

  it('finds bytes that changed under way', () => {
    const damaged = Buffer.from(zipSync(good, { level: 0 }));
    const at = damaged.indexOf('formatVersion');
    damaged[at] = (damaged[at] ?? 0) ^ 1;
    expect(codesOf(damaged)).toEqual(['zip-damaged']);
  });
});

describe('an inspection of hostile bytes', () => {
  it('never throws on any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => void inspectPkpass(bytes, inspectionOptions)),
      { numRuns: 150 },
    );
  });

  it('never throws on a pass with bytes changed anywhere', () => {
    const archive = zipSync(good, { level: 0 });
    const change = fc.array(fc.tuple(fc.nat(archive.length - 1), fc.nat(255)), {
      minLength: 1,
      maxLength: 8,
    });
    fc.assert(
      fc.property(change, (changes) => {
        const bytes = Uint8Array.from(archive);
        for (const [at, value] of changes) bytes[at] = value;
        expect(['good', 'doubtful', 'broken']).toContain(inspectPkpass(bytes, inspectionOptions).verdict);
      }),
      { numRuns: 150 },
    );
  });

  it('never throws on files of any content in a sound archive', () => {
    const names = ['pass.json', 'manifest.json', 'signature', 'icon.png', 'en.lproj/pass.strings'];
    const contents = fc.oneof(
      fc.uint8Array({ maxLength: 200 }),
      fc.json().map(textFile),
      fc.string().map(textFile),
    );
    fc.assert(
      fc.property(fc.constantFrom(...names), contents, (name, content) => {
        expect(
          inspectPkpass(zipSync({ ...good, [name]: content }, { level: 0 }), inspectionOptions).findings,
        ).not.toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it('never throws on a signature with bytes changed anywhere', () => {
    const signature = good.signature ?? new Uint8Array();
    fc.assert(
      fc.property(fc.nat(signature.length - 1), fc.nat(255), (at, value) => {
        const changed = Uint8Array.from(signature);
        changed[at] = value;
        inspectPkpass(zipSync({ ...good, signature: changed }, { level: 0 }), inspectionOptions);
      }),
      { numRuns: 150 },
    );
  });

  it('never throws on any JSON as pass.json, signed by whoever', async () => {
    const some = fc.sample(
      fc.dictionary(
        fc.constantFrom('generic', 'barcodes', 'locations', 'relevantDates', 'description', 'webServiceURL'),
        fc.jsonValue(),
      ),
      40,
    );
    for (const pass of some)
      await signedAgain({ ...good, 'pass.json': textFile(JSON.stringify(pass)) }).then((bytes) =>
        inspectPkpass(bytes, inspectionOptions),
      );
    expect(unzipSync(zipSync(good))).toHaveProperty('signature');
  });
});
