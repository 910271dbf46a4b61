import { expect, test } from 'vitest';
import { convergenceCampaign } from '../../campaigns/convergence.ts';

test('stations that exchange their logs in any way hold the same in the end, and every dose', async () => {
  const { diverged, doses, first } = await convergenceCampaign(100, 20261129);
  expect({ diverged, first }).toEqual({ diverged: 0, first: undefined });
  expect(doses).toBeGreaterThan(80);
}, 120_000);
