import { type KeyObject, randomBytes } from 'node:crypto';

/** A resource as the simulator keeps it: the JSON it was given. */
export type Resource = Record<string, unknown> & { readonly id: string };

/** Everything the simulated Google knows. It lies in memory and is gone with the process. */
export interface SimulatorState {
  /** Service accounts by address, with the key that Google would know. */
  readonly accounts: Map<string, KeyObject>;
  /** Who may act for which issuer. */
  readonly issuers: Map<string, Set<string>>;
  readonly tokens: Map<string, { readonly mail: string; readonly endsAtMs: number }>;
  readonly classes: Map<string, Resource>;
  readonly objects: Map<string, Resource>;
  /** Notices with a sound, by object id: when each was sent. */
  readonly noticesMs: Map<string, number[]>;
  readonly privateNotices: Record<string, unknown>[];
  readonly savedPrivately: Map<string, unknown>;
  /** When the last requests came, for the limit of 20 a second. */
  readonly requestsMs: number[];
  readonly nowMs: () => number;
  /** What tokens go by: whoever asks for one stamps it with the computer's clock, whatever time a trial has reached. */
  readonly tokenNowMs: () => number;
}

export function createSimulatorState(nowMs: () => number, tokenNowMs: () => number): SimulatorState {
  return {
    accounts: new Map(),
    issuers: new Map(),
    tokens: new Map(),
    classes: new Map(),
    objects: new Map(),
    noticesMs: new Map(),
    privateNotices: [],
    savedPrivately: new Map(),
    requestsMs: [],
    nowMs,
    tokenNowMs,
  };
}

export function newToken(): string {
  return `trial.${randomBytes(24).toString('base64url')}`;
}

export interface SimulatorAnswer {
  readonly status: number;
  readonly body: object;
}

/** An error in the form of Google's REST interface. */
export function refused(status: number, reason: string, message: string, fields?: string[]): SimulatorAnswer {
  const details = fields && [
    {
      '@type': 'type.googleapis.com/google.rpc.BadRequest',
      fieldViolations: fields.map((field) => ({ field, description: message })),
    },
  ];
  return {
    status,
    body: {
      error: {
        code: status,
        message,
        errors: [{ message, domain: 'walletobjects', reason }],
        status: statusWords[status] ?? 'UNKNOWN',
        ...(details ? { details } : {}),
      },
    },
  };
}

const statusWords: Readonly<Record<number, string>> = {
  400: 'INVALID_ARGUMENT',
  401: 'UNAUTHENTICATED',
  403: 'PERMISSION_DENIED',
  404: 'NOT_FOUND',
  409: 'ALREADY_EXISTS',
  429: 'RESOURCE_EXHAUSTED',
  503: 'UNAVAILABLE',
};
