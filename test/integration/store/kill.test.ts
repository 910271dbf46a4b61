import { expect, test } from 'vitest';
import { killCampaign } from '../../campaigns/kill.ts';

test('20 kills while doses are recorded lose nothing that was acknowledged and double nothing', async () => {
  const result = await killCampaign(20);
  expect(result).toMatchObject({ lost: 0, doubled: 0, chainOk: true, projectionsOk: true });
  expect(result.acknowledged).toBeGreaterThan(20);
}, 240_000);
