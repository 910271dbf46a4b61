import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { testMoment } from './headquarters.ts';
import { aWebhookCentre, type WebhookCentre } from './webhook-centre.ts';
import { startWebhookReceiver, type WebhookReceiver } from './webhook-receiver.ts';

/** For all tests of a file one `WebhookCentre`, and for each of them a receiver that has heard nothing yet. */
export function webhookSuite(deadlineMs: number) {
  let centre: WebhookCentre;
  let receiver: WebhookReceiver;
  let others: WebhookReceiver[] = [];
  beforeAll(async () => {
    centre = await aWebhookCentre(deadlineMs);
  });
  afterAll(() => centre.close());
  beforeEach(async () => {
    centre.test.clock.now = testMoment;
    receiver = await startWebhookReceiver();
    others = [];
  });
  afterEach(async () => {
    await centre.forgetEndpoints();
    await Promise.all([receiver, ...others].map((each) => each.close()));
  });
  return {
    get centre(): WebhookCentre {
      return centre;
    },
    get receiver(): WebhookReceiver {
      return receiver;
    },
    /** One more receiver, closed after the test. */
    async another(): Promise<WebhookReceiver> {
      const made = await startWebhookReceiver();
      others.push(made);
      return made;
    },
  };
}
