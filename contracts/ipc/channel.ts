import type { z } from 'zod';
import type { Access, Role } from '../../domain/staff/roles.ts';

/** One thing the renderer may ask: who may, what goes in, what comes out, every reason for which it is refused. */
export interface Channel<
  Kind extends 'command' | 'query' = 'command' | 'query',
  Input extends z.ZodType = z.ZodType,
  Output extends z.ZodType = z.ZodType,
  Reason extends string = string,
> {
  readonly kind: Kind;
  readonly access: Access;
  /** Four eyes: a second person with one of these roles signs in for this one command (second-sign-in.ts). */
  readonly approvers?: readonly Role[];
  readonly input: Input;
  readonly output: Output;
  readonly refusals: readonly Reason[];
}

/** A channel that changes something. Its input carries a `requestId`: the same request twice has one effect. */
export function command<Input extends z.ZodType, Output extends z.ZodType, const Reason extends string>(
  parts: Omit<Channel<'command', Input, Output, Reason>, 'kind'>,
): Channel<'command', Input, Output, Reason> {
  return { kind: 'command', ...parts };
}

/** A channel that only reads. */
export function query<Input extends z.ZodType, Output extends z.ZodType, const Reason extends string = never>(
  parts: Omit<Channel<'query', Input, Output, Reason>, 'kind' | 'refusals'> & {
    refusals?: readonly Reason[];
  },
): Channel<'query', Input, Output, Reason> {
  return { kind: 'query', refusals: [], ...parts };
}

export type InputOf<C extends Channel> = z.input<C['input']>;
export type ParsedInputOf<C extends Channel> = z.output<C['input']>;
export type OutputOf<C extends Channel> = z.output<C['output']>;
export type ReasonOf<C extends Channel> = C['refusals'][number];
