import { epochMsOf, instantOf } from '../../../domain/kernel/instant.ts';
import { accept, type Result, refuse } from '../../../domain/kernel/result.ts';
import type { Headquarters } from '../../headquarters.ts';
import { forgetRequestsBefore, holdRequest, keepRequest, keptRequest } from '../../store/api-requests.ts';
import { type CentreDb, inCentreUnlessRefused } from '../../store/open-databases.ts';

/** For how long a repetition gets the same answer. */
const KEPT_MS = 24 * 60 * 60_000;

export interface Once {
  readonly centre: string;
  /** The client that asks, or the page: a key is theirs alone. */
  readonly clientId: string;
  /** 8 to 128 visible ASCII characters. */
  readonly requestKey: string;
  /** Everything that is asked for, as text: another one under the same key is refused. */
  readonly asked: string;
}

export interface Done<Answer> {
  readonly answer: Answer;
  readonly isRepeated: boolean;
}

/** `key-reused`: another request came under this key. `at-work`: it is under way in another transaction. */
export type NotDone<Refused> = 'key-reused' | 'at-work' | { readonly refused: Refused };

/**
 * Does something once for each key, and answers its repetitions alike for a day. `work` runs in one transaction with its
 * answer (JSON): there is both or nothing, whatever ends the request. What was refused, and what failed, may be asked
 * again with the same key.
 */
export async function doOnce<Answer, Refused>(
  { databases, key, now, clock }: Headquarters,
  { centre, clientId, requestKey, asked }: Once,
  work: (db: CentreDb) => Promise<Result<Answer, Refused>>,
): Promise<Result<Done<Answer>, NotDone<Refused>>> {
  const isTrusted = await clock.isTrusted();
  const name = { clientId, requestKey };
  const boxName = JSON.stringify(['api-answer', centre, clientId, requestKey]);
  const fingerprint = key.tokenOf('check', asked);
  return inCentreUnlessRefused<Done<Answer>, NotDone<Refused>>(databases.app, centre, async (db) => {
    if (!(await holdRequest(db, centre, name))) return refuse('at-work');
    // By a clock that jumped an answer would be forgotten too early, and its request done twice.
    if (isTrusted) await forgetRequestsBefore(db, instantOf(epochMsOf(now()) - KEPT_MS));
    const kept = await keptRequest(db, name);
    if (kept && kept.fingerprint !== fingerprint) return refuse('key-reused');
    if (kept) {
      const answer = JSON.parse(key.unwrap('secret', boxName, kept.answerBox).toString()) as Answer;
      return accept({ answer, isRepeated: true });
    }
    const done = await work(db);
    if (!done.ok) return refuse({ refused: done.refusal });
    const answerBox = key.wrap('secret', boxName, Buffer.from(JSON.stringify(done.value)));
    await keepRequest(db, centre, { ...name, fingerprint, answerBox, at: now() });
    return accept({ answer: done.value, isRepeated: false });
  });
}
