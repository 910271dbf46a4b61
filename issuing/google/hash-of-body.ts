import { createHash } from 'node:crypto';

/** Whether what would be sent is what was sent last. */
export function hashOfBody(body: object): string {
  return createHash('sha256').update(JSON.stringify(body)).digest('base64url');
}
