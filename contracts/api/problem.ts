import { z } from 'zod';

/** Every kind of problem that headquarters answers with: its HTTP status and its title. */
export const problems = {
  'not-valid': [400, 'The request is not as this address expects it'],
  'not-authenticated': [401, 'A valid token is needed'],
  'not-permitted': [403, 'The token does not permit this'],
  'not-found': [404, 'There is nothing here'],
  'method-not-allowed': [405, 'This address does not do that'],
  conflict: [409, 'The request does not fit what is known'],
  'station-frozen': [409, 'Two stations write in the name of one; an operator has to look'],
  'station-known': [409, 'A station with this id is enrolled already'],
  'key-reused': [409, 'This Idempotency-Key came with another request'],
  'slot-full': [409, 'The last place was just taken'],
  gone: [410, 'This was valid once'],
  'too-large': [413, 'The body is larger than 1 MiB'],
  'unsupported-media-type': [415, 'The body has a type that is not read here'],
  refused: [422, 'Understood, and refused'],
  'too-many-requests': [429, 'Too many requests; please wait'],
  'went-wrong': [500, 'Something went wrong at headquarters'],
  'not-available': [503, 'Headquarters cannot do this right now; please try again'],
} as const satisfies Readonly<Record<string, readonly [number, string]>>;

export type ProblemCode = keyof typeof problems;

/** RFC 9457, `application/problem+json`. */
export const problem = z
  .object({
    type: z.string().describe('A URI that names the kind of problem'),
    title: z.string(),
    status: z.int(),
    detail: z.string().optional(),
    /** Names the line of the log. */
    logId: z.string().optional(),
    errors: z.array(z.object({ pointer: z.string(), detail: z.string() })).optional(),
  })
  .meta({ id: 'Problem' });
export type Problem = z.infer<typeof problem>;

export function problemOf(code: ProblemCode, more: Omit<Partial<Problem>, 'type' | 'status'> = {}): Problem {
  const [status, title] = problems[code];
  return { type: `urn:impfpass:problem:${code}`, title, status, ...more };
}
