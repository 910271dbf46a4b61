import { expect, test } from 'vitest';
import { readVial } from '../../renderer/screens/desk/read-vial.ts';

test.each([
  [
    '(01)04150123456782(17)281231(10)ABC123',
    { lot: 'ABC123', expiresOn: '2028-12-31', productCode: '04150123456782' },
  ],
  ['(01)04150123456782(17)280200(10)X', { lot: 'X', expiresOn: '2028-02-29', productCode: '04150123456782' }],
  ['24T4RC02XKNTV0WUEG00003RFG20L5W5JPKDXRE3WC', undefined],
  ['Müller', undefined],
  ['', undefined],
])('%j fills in %j', (text, vial) => {
  expect(readVial([text], 2026)).toEqual(vial);
});

test('the first reading that is a vial counts', () => {
  expect(readVial(['nothing', '(10)L1'], 2026)).toEqual(readVial(['(10)L1'], 2026));
});
