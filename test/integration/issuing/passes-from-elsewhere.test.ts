import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { unzipSync, Zip, ZipDeflate, zipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { inspectPkpass } from '../../../issuing/apple/inspect-pkpass.ts';
import { zipLimits } from '../../../issuing/apple/zip-reader.ts';
import { goodFiles, type PassFiles, signatureOf, withFiles, withJson } from '../../support/broken-pass.ts';
import { codesOf, inspectionOptions, textFile } from '../../support/inspection-codes.ts';

let good: PassFiles;
beforeAll(async () => {
  good = await goodFiles();
});

const link = { os: 3, attrs: (0o120777 << 16) >>> 0 };

/** Written as a stream: sizes and sums stand behind each file. */
function streamed(files: PassFiles): Uint8Array {
  const parts: Uint8Array[] = [];
  const zip = new Zip((error, part) => {
    if (error) throw error;
    parts.push(part);
  });
  for (const [name, content] of Object.entries(files)) {
    const file = new ZipDeflate(name);
    zip.add(file);
    file.push(content, true);
  }
  zip.end();
  return Buffer.concat(parts);
}

const MOST_32 = 0xffff_ffff;
const numbers = (...parts: [value: number, bytes: number][]) =>
  Buffer.concat(
    parts.map(([value, bytes]) => {
      const buffer = Buffer.alloc(bytes);
      if (bytes === 8) buffer.writeBigUInt64LE(BigInt(value));
      else buffer.writeUIntLE(value, 0, bytes);
      return buffer;
    }),
  );

/** Every size, place and count in 64 bits, as writers do that do not know them beforehand. `lie`: other sizes than there are. */
function inZip64(files: PassFiles, lie = 0): Uint8Array {
  const locals: Buffer[] = [];
  const listed: Buffer[] = [];
  let at = 0;
  for (const [name, content] of Object.entries(files)) {
    const size = content.length + lie;
    const head: [number, number][] = [
      [45, 2],
      [0, 2],
      [0, 2],
      [0, 4],
      [crc32(content), 4],
      [MOST_32, 4],
      [MOST_32, 4],
    ];
    const local = numbers([0x04034b50, 4], ...head, [name.length, 2], [20, 2]);
    const sizes = numbers([1, 2], [16, 2], [size, 8], [size, 8]);
    locals.push(local, Buffer.from(name), sizes, Buffer.from(content));
    const tail: [number, number][] = [
      [name.length, 2],
      [28, 2],
      [0, 2],
      [0, 2],
      [0, 2],
      [0, 4],
      [MOST_32, 4],
    ];
    const places = numbers([1, 2], [24, 2], [size, 8], [size, 8], [at, 8]);
    listed.push(numbers([0x02014b50, 4], [45, 2], ...head, ...tail), Buffer.from(name), places);
    at += local.length + name.length + sizes.length + content.length;
  }
  const list = Buffer.concat(listed);
  const count = Object.keys(files).length;
  const wide: [number, number][] = [
    [0x06064b50, 4],
    [44, 8],
    [45, 2],
    [45, 2],
    [0, 4],
    [0, 4],
  ];
  const end = numbers(...wide, [count, 8], [count, 8], [list.length, 8], [at, 8]);
  const locator = numbers([0x07064b50, 4], [0, 4], [at + list.length, 8], [1, 4]);
  const narrow = numbers(
    [0x06054b50, 4],
    [0, 2],
    [0, 2],
    [0xffff, 2],
    [0xffff, 2],
    [MOST_32, 4],
    [MOST_32, 4],
    [0, 2],
  );
  return Buffer.concat([...locals, list, end, locator, narrow]);
}

/** Manifest as text, signed. */
async function withManifest(
  change: (listed: Record<string, unknown>) => object | string,
): Promise<Uint8Array> {
  const { 'manifest.json': manifest = new Uint8Array(), ...others } = good;
  const changed = change(JSON.parse(Buffer.from(manifest).toString()));
  const text = Buffer.from(typeof changed === 'string' ? changed : JSON.stringify(changed));
  return zipSync({ ...others, 'manifest.json': text, signature: await signatureOf(text) });
}

describe('a sound pass, however its archive was written', () => {
  it.each<[string, () => Uint8Array]>([
    ['as a stream, with sizes behind the files', () => streamed(good)],
    ['with 64 bits for everything', () => inZip64(good)],
    ['not packed', () => zipSync(good, { level: 0 })],
    ['with folders of their own', () => zipSync({ 'en.lproj/': new Uint8Array(), ...good })],
    ['on Unix, with its rights', () => zipSync(good, { os: 3, attrs: (0o100644 << 16) >>> 0 })],
    ['with a comment on each file', () => zipSync(good, { comment: 'made elsewhere' })],
    ['with extra fields', () => zipSync(good, { extra: { 21589: Uint8Array.of(1, 0, 0, 0, 0) } })],
  ])('%s, is sound', (_, bytes) => {
    expect(codesOf(bytes())).toEqual([]);
  });
});

describe('an archive that is no pass to be opened', () => {
  it.each<[string, () => Uint8Array, string]>([
    ['a link', () => zipSync({ ...good, 'logo.png': [textFile('/etc/passwd'), link] }), 'zip-link'],
    ['a link to a folder', () => zipSync({ ...good, 'en.lproj': [textFile('..'), link] }), 'zip-link'],
    ['a way out', () => zipSync({ ...good, '../../pass.json': textFile('{}') }), 'zip-name-unsafe'],
    ['a way out as a folder', () => zipSync({ ...good, 'a/../../': new Uint8Array() }), 'zip-name-unsafe'],
    [
      'a name with a zero',
      () => zipSync({ ...good, 'pass.json\u0000.png': textFile('{}') }),
      'zip-name-unsafe',
    ],
    [
      'two names that are one in Unicode',
      () => zipSync({ ...good, 'a\u0308.png': textFile('x'), 'ä.png': textFile('y') }),
      'zip-name-twice',
    ],
    [
      'a bomb',
      () => zipSync({ ...good, 'icon.png': new Uint8Array(zipLimits.fileBytes + 1) }),
      'zip-too-large',
    ],
    [
      'many bombs',
      () =>
        zipSync(Object.fromEntries(['a', 'b', 'c', 'd'].map((name) => [name, new Uint8Array(9_000_000)]))),
      'zip-too-large',
    ],
    [
      '201 files',
      () => zipSync(Object.fromEntries(Array.from({ length: 201 }, (_, at) => [`${at}`, textFile('')]))),
      'zip-too-large',
    ],
    ['sizes of 64 bits that are lies', () => inZip64(good, 1), 'zip-damaged'],
    ['sizes of a bomb in 64 bits', () => inZip64(good, 2 ** 40), 'zip-too-large'],
    ['64 bits cut off', () => inZip64(good).slice(-60), 'zip-damaged'],
  ])('with %s is refused for that, at once', (_, bytes, code) => {
    const archive = bytes();
    const begun = performance.now();
    expect(codesOf(archive)).toEqual([code]);
    expect(performance.now() - begun).toBeLessThan(1500);
  });

  it('never throws on a 64-bit archive with bytes changed anywhere', () => {
    const archive = inZip64(good);
    for (let at = 0; at < archive.length; at += 37) {
      const bytes = Uint8Array.from(archive);
      bytes[at] = (bytes[at] ?? 0) ^ 0xff;
      expect(['good', 'doubtful', 'broken']).toContain(inspectPkpass(bytes, inspectionOptions).verdict);
    }
    for (let end = archive.length - 150; end < archive.length; end++)
      expect(inspectPkpass(archive.slice(0, end), inspectionOptions).verdict).toBe('broken');
  });
});

describe('a manifest of another maker', () => {
  it('that lists a file which is not there is broken', async () => {
    const more = await withManifest((listed) => ({
      ...listed,
      'strip.png': createHash('sha1').digest('hex'),
    }));
    expect(codesOf(more)).toEqual(['file-missing']);
  });

  it('whose sums are no texts is broken, and says of which file', async () => {
    expect(codesOf(await withManifest((listed) => ({ ...listed, 'icon.png': 7 })))).toEqual([
      'manifest-hash-wrong',
    ]);
    const nested = await withManifest((listed) => ({ ...listed, 'icon.png': { sha1: '' } }));
    expect(codesOf(nested)).toEqual(['manifest-hash-wrong']);
  });

  it('that begins with a byte order mark is read, and the mark is told', async () => {
    const marked = await withManifest((listed) => `\ufeff${JSON.stringify(listed)}`);
    expect(codesOf(marked)).toEqual(['json-byte-mark']);
    const pass = Buffer.concat([Uint8Array.of(0xef, 0xbb, 0xbf), good['pass.json'] ?? new Uint8Array()]);
    expect(codesOf(await withFiles({ 'pass.json': pass }))).toEqual(['json-byte-mark']);
  });

  it('that says nothing of what a Mac puts beside it is broken', () => {
    expect(codesOf(zipSync({ ...good, '__MACOSX/._pass.json': textFile('x') }))).toEqual([
      'file-not-in-manifest',
    ]);
  });
});

describe('texts and images of other makers', () => {
  const english = () => Buffer.from(good['en.lproj/pass.strings'] ?? []).toString();

  it.each(['es-419', 'zh-Hant', 'pt_BR', 'zh-Hans-CN'])('in a folder for %s are known', async (language) => {
    const file = textFile(english());
    const icon = good['icon.png'];
    const bytes = await withFiles({
      [`${language}.lproj/pass.strings`]: file,
      [`${language}.lproj/logo.png`]: icon,
    });
    const { findings } = inspectPkpass(bytes, inspectionOptions);
    expect(findings.map(({ code }) => code)).toEqual(['authority-trial']);
  });

  it('in UTF-16 of either order are read', async () => {
    const little = Buffer.from(`\ufeff${english()}`, 'utf16le');
    const big = Buffer.from(little).swap16();
    for (const file of [little, big])
      expect(codesOf(await withFiles({ 'en.lproj/pass.strings': file }))).toEqual([]);
  });

  const announcing = async (strings: Uint8Array) => {
    const bytes = await withJson((pass) => {
      const { headerFields } = pass.generic as { headerFields: Record<string, unknown>[] };
      Object.assign(headerFields[0] ?? {}, { changeMessage: 'changed' });
    });
    const files = unzipSync(bytes);
    const language = { 'de.lproj/pass.strings': strings, 'en.lproj/pass.strings': strings };
    return codesOf(await withFiles({ 'pass.json': files['pass.json'], ...language }));
  };

  it('may have keys without quotes', async () => {
    expect(await announcing(textFile('changed = "Jetzt %@";'))).toEqual([]);
    expect(await announcing(textFile('changed = "Jetzt";'))).toEqual(['change-message-without-value']);
  });

  it('as a property list are not called broken, and not called checked', async () => {
    const list = textFile(
      '<?xml version="1.0"?><plist><dict><key>changed</key><string>Jetzt %@</string></dict></plist>',
    );
    expect(await announcing(list)).toEqual([]);
    expect(await announcing(Buffer.concat([textFile('bplist00'), new Uint8Array(40)]))).toEqual([]);
    const { findings } = inspectPkpass(await withFiles({ 'en.lproj/pass.strings': list }), inspectionOptions);
    expect(findings).toContainEqual(expect.objectContaining({ severity: 'note', code: 'strings-not-read' }));
  });

  it.each(['secondaryLogo@2x.png', 'artwork@3x.png', 'venueMap.png', 'personalizationLogo.png'])(
    'such as %s have a meaning',
    async (name) => {
      expect(codesOf(await withFiles({ [name]: good['icon.png'] }))).toEqual([]);
    },
  );

  it('of a million letters take no time', async () => {
    for (const text of [
      '"'.repeat(1_000_000),
      ' '.repeat(1_000_000),
      '/*'.repeat(500_000),
      '"a"="b";'.repeat(120_000),
    ]) {
      const bytes = await withFiles({ 'en.lproj/pass.strings': textFile(text) });
      const begun = performance.now();
      inspectPkpass(bytes, inspectionOptions);
      expect(performance.now() - begun).toBeLessThan(2000);
    }
  });
});
