import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { identifiers } from '../../../../domain/scan/gs1/identifiers.ts';
import { recogniseScan } from '../../../../domain/scan/recognise-scan.ts';
import { describeSharedData } from '../../../support/describe-shared-data.ts';
import { sharedData } from '../../../support/shared-data.ts';

interface HcertCase {
  readonly PREFIX?: string;
  readonly EXPECTEDRESULTS: Partial<Record<'EXPECTEDUNPREFIX' | 'EXPECTEDB45DECODE', boolean>>;
}

describeSharedData('the official HCERT cases', () => {
  const cases = ['DE', 'AT', 'common'].flatMap((country) =>
    readdirSync(sharedData('hcert/cases', country)).map((file): [string, HcertCase] => {
      const text = readFileSync(sharedData('hcert/cases', country, file), 'utf8');
      return [`${country}/${file}`, JSON.parse(text) as HcertCase];
    }),
  );

  test.each(cases)(
    'certificate %s is recognised by its prefix and alphabet',
    (_, { PREFIX, EXPECTEDRESULTS }) => {
      const result = recogniseScan(PREFIX ?? '', { referenceYear: 2026, isTyped: false });
      const isCertificate = result.ok && result.value.kind === 'hcert';
      const { EXPECTEDUNPREFIX: hasPrefix = true, EXPECTEDB45DECODE: isBase45 = true } = EXPECTEDRESULTS;
      expect(isCertificate).toBe(hasPrefix && isBase45);
    },
  );
});

describeSharedData('the table of identifiers', () => {
  const lines = readFileSync(sharedData('gs1/gs1-syntax-dictionary.txt'), 'utf8')
    .split('\n')
    .filter((line) => /^\d/.test(line));

  test('holds every line of the dictionary, with the same separators and the same formats', () => {
    const seen = new Set<string>();
    for (const line of lines) {
      const [range = '', ...words] = line.split('#')[0]?.trim().split(/\s+/) ?? [];
      const [from = '', to = from] = range.split('-');
      for (let number = Number(from); number <= Number(to); number++) {
        const ai = String(number).padStart(from.length, '0');
        const identifier = identifiers.get(ai);
        expect(identifier?.isPredefined).toBe(words[0]?.includes('*') ?? false);
        const formats = words.filter((word) => /^\[?[NXYZ](\.\.)?\d/.test(word));
        expect(identifier?.components.map(({ checks }) => checks.join())).toEqual(
          formats.map((format) => format.replace(/^[^,]*,?/, '')),
        );
        seen.add(ai);
      }
    }
    expect(seen.size).toBe(identifiers.size);
  });
});
