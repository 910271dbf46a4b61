import { expect, test } from 'vitest';
import { contentOf } from '../../../main/sync/headquarters-client.ts';

test('an answer that nests deeper than anything headquarters says is no answer', async () => {
  const deep = `${'['.repeat(5_000)}${']'.repeat(5_000)}`;
  expect(await contentOf(new Response(deep))).toBeUndefined();
  expect(await contentOf(new Response('no JSON'))).toBeUndefined();
  expect(await contentOf(new Response('{"position":3}'))).toEqual({ position: 3 });
});
