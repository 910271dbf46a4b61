import type { z } from 'zod';
import { problem } from '../../../contracts/api/problem.ts';
import type { apiScopes } from '../tokens/find-client.ts';

/** Problems as every route of the API answers them. */
const problemContent = {
  description: 'A problem (RFC 9457); its type names the kind, its detail the reason.',
  content: { 'application/problem+json': { schema: problem } },
};

/** The answers of one route, for its checks and for the OpenAPI document. */
export function answersOf<Status extends 200 | 201, Answer extends z.ZodType>(
  status: Status,
  schema: Answer,
  description: string,
) {
  const answer = { description, content: { 'application/json': { schema } } };
  return { [status]: answer, '4xx': problemContent, '5xx': problemContent };
}

/** What a route needs of a token, for the OpenAPI document. */
export function needs(scope: (typeof apiScopes)[number]) {
  return [{ oauth2: [scope] }];
}
