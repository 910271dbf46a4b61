import { idOf, type PassId } from '../../../domain/kernel/ids.ts';
import type { OutboxWork } from '../outbox-work.ts';
import { signPasses } from '../sign-passes.ts';

/** The subject is the pass: it is signed as it is by then. */
export const signPassWork: OutboxWork = {
  together: (station, items) =>
    signPasses(
      station,
      items.map(({ subject }) => idOf<PassId>(subject)),
    ),
};
