import { cpSync, mkdirSync, mkdtempSync, renameSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
// @ts-expect-error: a plain script without types
import { digestOf } from '../../scripts/bootstrap/stamp.mjs';

const names = ['src', 'package-lock.json'];

function aCheckout(): string {
  const root = path.join(mkdtempSync(path.join(os.tmpdir(), 'stamp-')), 'checkout');
  mkdirSync(path.join(root, 'src', 'deep'), { recursive: true });
  writeFileSync(path.join(root, 'package-lock.json'), '{}');
  writeFileSync(path.join(root, 'src', 'deep', 'one.ts'), 'one');
  return root;
}

test('given a checkout that was moved or copied, its digest is as before: nothing is installed or built again', () => {
  const root = aCheckout();
  const before = digestOf(root, names);
  const copy = `${root}-copy`;
  cpSync(root, copy, { recursive: true });
  const moved = `${root}-moved`;
  renameSync(root, moved);
  expect([digestOf(copy, names), digestOf(moved, names)]).toEqual([before, before]);
});

test.each<[string, (root: string) => void]>([
  ['another content', (root) => writeFileSync(path.join(root, 'src/deep/one.ts'), 'two')],
  [
    'another name',
    (root) => renameSync(path.join(root, 'src/deep/one.ts'), path.join(root, 'src/deep/two.ts')),
  ],
  ['another folder', (root) => renameSync(path.join(root, 'src/deep'), path.join(root, 'src/other'))],
  ['one file more', (root) => writeFileSync(path.join(root, 'src/new.ts'), '')],
])('given a file with %s, the digest is another', (_what, change) => {
  const root = aCheckout();
  const before = digestOf(root, names);
  change(root);
  expect(digestOf(root, names)).not.toBe(before);
});
