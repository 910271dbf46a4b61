import { expect, test } from 'vitest';
import { faultOfPin } from '../../../domain/staff/pin.ts';

test.each(['4739', '58261', '619301', '0083', '1123', '121212'.slice(0, 5)])('%s is a good PIN', (pin) => {
  expect(faultOfPin(pin)).toBeUndefined();
});

test.each(['', '123', '1234567', '12a4', '٣٤٥٦', ' 4739', '4739\n'])('%j is no PIN', (pin) => {
  expect(faultOfPin(pin)).toBe('pin-malformed');
});

test.each(['0000', '777777', '1234', '345678', '9876', '43210', '1212', '473473'])(
  '%s is too simple',
  (pin) => {
    expect(faultOfPin(pin)).toBe('pin-too-simple');
  },
);
