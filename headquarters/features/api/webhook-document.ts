import { z } from 'zod';
import { webhooks } from '../../../contracts/api/webhook-contract.ts';

const header = (name: string, description: string) => ({
  name,
  in: 'header' as const,
  required: true,
  description,
  schema: { type: 'string' as const },
});

const parameters = [
  header('webhook-id', 'Names the message; the same at every try'),
  header('webhook-timestamp', 'Seconds since 1970 when this try was sent'),
  header('webhook-signature', 'v1 signatures (HMAC-SHA256 of id.timestamp.body), two after a new secret'),
];

/** The `webhooks` section of the OpenAPI document, made from the schemas of what is sent. */
export function webhookDocument() {
  return Object.fromEntries(
    Object.entries(webhooks).map(([type, { body, summary }]) => {
      const { $schema: _, ...schema } = z.toJSONSchema(body, { io: 'output' });
      const post = {
        operationId: type,
        summary,
        parameters,
        requestBody: { required: true, content: { 'application/json': { schema } } },
        responses: {
          '2XX': { description: 'Taken. Anything else is tried again, ten times over three days.' },
          '410': { description: 'Nothing more is sent to this address.' },
        },
      };
      return [type, { post }];
    }),
  );
}
