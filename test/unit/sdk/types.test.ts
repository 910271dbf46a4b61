import { expect, expectTypeOf, test } from 'vitest';
import type { z } from 'zod';
import type * as contract from '../../../contracts/api/api-contract.ts';
import { type ProblemCode, problems } from '../../../contracts/api/problem.ts';
import type * as webhooks from '../../../contracts/api/webhook-contract.ts';
import type { apiScopes } from '../../../headquarters/features/tokens/find-client.ts';
import type * as sdk from '../../../sdk/index.ts';

/** What the schemas say once it went over the line: ids and dates are text there. */
type Plain<T> = T extends string
  ? // The name of a kind of id is a key that no text has.
    keyof T extends keyof string
    ? T
    : string
  : T extends readonly (infer Each)[]
    ? readonly Plain<Each>[]
    : T extends object
      ? { readonly [Name in keyof T]: Plain<T[Name]> }
      : T;

/** Each can stand for the other: a field that one has and the other has not, or has otherwise, does not compile. */
type Same<One, Other> = [One] extends [Other] ? ([Other] extends [One] ? true : false) : false;
type Sent<Schema extends z.ZodType> = Plain<z.input<Schema>>;
type Answered<Schema extends z.ZodType> = Plain<z.output<Schema>>;

/** All names of a type, of every one of its kinds: optional fields that are missing would else go unseen. */
type Names<T> = T extends object ? keyof T : never;
type SameNames<One, Other> = Same<Names<One>, Names<Other>>;

test('the types of the client are those that headquarters checks by', () => {
  expectTypeOf<Same<sdk.NewPass, Sent<typeof contract.newPass>>>().toEqualTypeOf<true>();
  expectTypeOf<SameNames<sdk.NewPass, Sent<typeof contract.newPass>>>().toEqualTypeOf<true>();
  expectTypeOf<SameNames<sdk.Person, Sent<typeof contract.newPass>['person']>>().toEqualTypeOf<true>();
  expectTypeOf<Same<sdk.Pass, Answered<typeof contract.apiPass>>>().toEqualTypeOf<true>();
  expectTypeOf<SameNames<sdk.Pass, Answered<typeof contract.apiPass>>>().toEqualTypeOf<true>();
  type Templates = Answered<typeof contract.templatesAnswer>['templates'];
  expectTypeOf<Same<readonly sdk.Template[], Templates>>().toEqualTypeOf<true>();
  type Slots = Answered<typeof contract.slotsAnswer>['slots'];
  expectTypeOf<Same<readonly sdk.Slot[], Slots>>().toEqualTypeOf<true>();
  expectTypeOf<SameNames<sdk.SlotsQuery, Answered<typeof contract.slotsQuery>>>().toEqualTypeOf<true>();
  expectTypeOf<Same<sdk.NewAppointment, Sent<typeof contract.newAppointment>>>().toEqualTypeOf<true>();
  expectTypeOf<Same<sdk.ScanDecision, Answered<typeof contract.scanDecision>>>().toEqualTypeOf<true>();
  expectTypeOf<Same<sdk.Message, Sent<typeof contract.messageRequest>>>().toEqualTypeOf<true>();
  type Results = Answered<typeof contract.messageAnswer>['results'];
  expectTypeOf<Same<readonly sdk.MessageResult[], Results>>().toEqualTypeOf<true>();
  type Reason = Answered<typeof contract.voidPassQuery>['reason'];
  expectTypeOf<Same<sdk.VoidReason, Reason>>().toEqualTypeOf<true>();
});

test('so are those of webhooks, scopes and problems', () => {
  expectTypeOf<Same<sdk.WebhookBody, Plain<webhooks.WebhookBody>>>().toEqualTypeOf<true>();
  expectTypeOf<Same<sdk.WebhookType, webhooks.WebhookType>>().toEqualTypeOf<true>();
  type Endpoints = Answered<typeof webhooks.endpointsAnswer>['endpoints'];
  expectTypeOf<Same<readonly sdk.Endpoint[], Endpoints>>().toEqualTypeOf<true>();
  expectTypeOf<SameNames<sdk.Endpoint, Endpoints[number]>>().toEqualTypeOf<true>();
  expectTypeOf<Same<sdk.NewEndpoint, Sent<typeof webhooks.newEndpoint>>>().toEqualTypeOf<true>();
  expectTypeOf<Same<sdk.EndpointMade, Answered<typeof webhooks.endpointMade>>>().toEqualTypeOf<true>();
  expectTypeOf<Same<sdk.SecretChanged, Answered<typeof webhooks.secretChanged>>>().toEqualTypeOf<true>();
  expectTypeOf<Same<sdk.Scope, (typeof apiScopes)[number]>>().toEqualTypeOf<true>();
  expectTypeOf<Same<sdk.ProblemCode, ProblemCode>>().toEqualTypeOf<true>();
  expect(Object.keys(problems)).not.toEqual([]);
});
