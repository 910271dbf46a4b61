import { expect, test } from 'vitest';
// @ts-expect-error: a plain script without types
import { joinDirectory } from '../../scripts/bootstrap/join-directory.mjs';

test.each([
  [['--dir', '/data/centre'], ['--dir=/data/centre']],
  [
    ['--dir', 'centre', '--live'],
    ['--dir=/home/desk/centre', '--live'],
  ],
  [['--dir=/data/centre'], ['--dir=/data/centre']],
  [['--dir'], ['--dir']],
  [[], []],
])('the words %j reach the window as %j', (words, joined) => {
  expect(joinDirectory(words, '/home/desk')).toEqual(joined);
});
