/** Why something was not done, as a value: `reason` is one of the channel's refusals, or one of these for any channel. */
export interface Refusal<Reason extends string = string> {
  readonly reason: Reason | GeneralReason;
  readonly details?: Readonly<Record<string, string | number>>;
}

export type GeneralReason =
  | 'input-invalid'
  | 'not-allowed'
  | 'signed-out'
  /** Who is named in the question is not shown to whoever asks (domain/people/who-may.ts). */
  | 'person-restricted'
  | 'request-id-used'
  | 'store-locked'
  | 'store-damaged'
  | 'disk-full'
  | 'disk-silent'
  | 'store-unwritable'
  | 'service-starting';

/** Something broke. The desk is told so in words; the developer finds the rest in the log under `logId`. */
export interface Problem {
  readonly code: string;
  readonly logId: string;
}

export type Answer<Value = unknown, Reason extends string = string> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly refusal: Refusal<Reason> }
  | { readonly ok: false; readonly problem: Problem };
