import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { createSignerCache, evaluateLine } from '../../../../main/cli/certificate-batch.ts';
import { describeSharedData } from '../../../support/describe-shared-data.ts';
import { sharedData } from '../../../support/shared-data.ts';

interface OfficialCase {
  readonly PREFIX: string;
  readonly JSON?: object;
  readonly TESTCTX: { readonly CERTIFICATE: string; readonly VALIDATIONCLOCK: string };
  readonly EXPECTEDRESULTS: Readonly<Record<string, boolean>>;
}

/** Which of our steps answers which flag; the picture and the JSON's own validity are no step of a text. */
const stepOf = {
  EXPECTEDUNPREFIX: 'unprefix',
  EXPECTEDB45DECODE: 'base45',
  EXPECTEDCOMPRESSION: 'compression',
  EXPECTEDDECODE: 'decode',
  EXPECTEDSCHEMAVALIDATION: 'schema',
  EXPECTEDVERIFY: 'signature',
  EXPECTEDEXPIRATIONCHECK: 'expiry',
  EXPECTEDKEYUSAGE: 'keyUsage',
} as const;

describeSharedData('the official HCERT cases', () => {
  for (const { name, content } of officialCases()) {
    it(`are evaluated as their flags say: ${name}`, () => {
      const expected = Object.entries(stepOf).flatMap(([flag, step]) => {
        const value = content.EXPECTEDRESULTS[flag];
        return value === undefined ? [] : [[step, value] as const];
      });
      const line = JSON.stringify({
        id: name,
        text: content.PREFIX,
        certificates: [content.TESTCTX.CERTIFICATE],
        at: content.TESTCTX.VALIDATIONCLOCK,
      });
      const answer = evaluateLine(line, createSignerCache(), () => 0);
      expect(answer).toMatchObject({ id: name, ...Object.fromEntries(expected) });
      if (content.EXPECTEDRESULTS.EXPECTEDVALIDJSON) expect(answer).toMatchObject({ payload: content.JSON });
    });
  }
});

function officialCases(): { name: string; content: OfficialCase }[] {
  const folder = sharedData('hcert', 'cases');
  return readdirSync(folder).flatMap((origin) =>
    readdirSync(path.join(folder, origin)).map((file) => ({
      name: `${origin}/${file}`,
      content: JSON.parse(readFileSync(path.join(folder, origin, file), 'utf8')) as OfficialCase,
    })),
  );
}
