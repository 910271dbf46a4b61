import { AsyncLocalStorage } from 'node:async_hooks';

/** What of a question of a window counts while it is answered, however long that takes. */
export interface Asking {
  /** Stands for who asks and what; undefined where the question names no request. */
  readonly question?: string;
  /** Why whoever asked may not go on by now: signed out, taken off the staff, another role. */
  readonly whyNotAnyMore: () => RefusedAsking | undefined;
}

/** A question that is refused in the middle of being answered. Nothing of it was done. */
export class AskingRefused extends Error {
  readonly reason: RefusedAsking;

  constructor(reason: RefusedAsking) {
    super(reason);
    this.reason = reason;
  }
}

export type RefusedAsking = 'request-id-used' | 'signed-out' | 'not-allowed';

interface Present extends Asking {
  isOver: boolean;
}

const present = new AsyncLocalStorage<Present>();

/** Answers a question; what it leaves running in the background belongs to it no more. */
export async function whileAsking<Value>(asking: Asking, work: () => Promise<Value>): Promise<Value> {
  const begun: Present = { ...asking, isOver: false };
  try {
    return await present.run(begun, work);
  } finally {
    begun.isOver = true;
  }
}

export function presentAsking(): Asking | undefined {
  const asking = present.getStore();
  return asking?.isOver ? undefined : asking;
}
