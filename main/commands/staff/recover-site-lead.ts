import type { StaffId } from '../../../domain/kernel/ids.ts';
import { accept, type Result, refuse } from '../../../domain/kernel/result.ts';
import { faultOfPin, type PinFault } from '../../../domain/staff/pin.ts';
import { readRecoveryCode } from '../../../domain/staff/recovery-code.ts';
import type { Writes } from '../../context.ts';
import { makePinVerifier, pinMatches } from '../../staff/pin-verifier.ts';
import { forgetTrialPin } from '../../staff/trial-pins.ts';
import { secretOf } from '../../store/secrets.ts';
import { staffById } from '../../store/tables/staff/staff.ts';
import { keepPin, type PinVerifier } from '../../store/tables/staff/staff-pins.ts';
import { runCommand } from '../run-command.ts';
import {
  keepRecoveryCode,
  newRecoveryCode,
  recoveryCodeMade,
  siteLeadRecovered,
} from './make-recovery-code.ts';

export type RecoverRefusal =
  | 'recovery-refused'
  | PinFault
  | { readonly reason: 'window-waits'; readonly details: { readonly seconds: number } };

/**
 * The way back for a site lead whom nobody else can unlock: the code gives them a new PIN and is used up; the next one
 * is made at once. A wrong code, no code, and somebody who leads nothing are told apart to nobody.
 */
export async function recoverSiteLead(
  station: Writes,
  { session, staffId, code, newPin }: { session: string; staffId: StaffId; code: string; newPin: string },
): Promise<Result<{ code: string }, RecoverRefusal>> {
  const fault = faultOfPin(newPin);
  if (fault) return refuse(fault);
  const { windowTries } = station;
  const seconds = windowTries.waitSeconds(session);
  if (seconds > 0) return refuse({ reason: 'window-waits', details: { seconds } });
  const known = keptVerifier(station);
  const typed = readRecoveryCode(code);
  if (!known || typed === undefined) return refuse('recovery-refused');
  if (waiting >= MOST_WAITING)
    return refuse({ reason: 'window-waits', details: { seconds: SECONDS_OF_A_QUEUE } });
  windowTries.wrong(session);
  if (!(await matchesAlone(typed, known))) return refuse('recovery-refused');
  windowTries.right(session);
  const [pin, next] = await Promise.all([makePinVerifier(newPin), newRecoveryCode()]);
  const call = { name: 'recover-site-lead', actor: 'station' } as const;
  return runCommand(station, call, () => {
    const member = staffById(station.db, staffId);
    const isLead = member && !member.isRemoved && member.roles.includes('site-lead');
    // Another use of the same code may have come first.
    if (!isLead || !sameVerifier(keptVerifier(station), known)) return refuse('recovery-refused' as const);
    keepPin(station.db, staffId, pin, false);
    forgetTrialPin(station.db, staffId);
    keepRecoveryCode(station, next.verifier);
    return accept({
      stream: staffId,
      events: [
        siteLeadRecovered(staffId),
        { type: 'StaffPinChanged' as const, version: 1 as const, data: { staffId, isOneTime: false } },
      ],
      also: [{ stream: 'centre', events: [recoveryCodeMade] }],
      value: { code: next.code },
    });
  });
}

const MOST_WAITING = 5;
const SECONDS_OF_A_QUEUE = 5;
let checking: Promise<unknown> = Promise.resolve();
let waiting = 0;

/** One code at a time, and few that wait: many at once would hold up everybody who signs in, and the right code. */
async function matchesAlone(typed: string, known: PinVerifier): Promise<boolean> {
  waiting += 1;
  const next = checking.then(() => pinMatches(typed, known));
  checking = next.catch(() => undefined);
  try {
    return await next;
  } finally {
    waiting -= 1;
  }
}

function keptVerifier({ db }: Writes): PinVerifier | undefined {
  const kept = secretOf(db, 'recovery-code');
  if (!kept) return undefined;
  const { cost, salt, verifier } = JSON.parse(Buffer.from(kept).toString()) as Record<
    keyof PinVerifier,
    string
  >;
  return { cost, salt: Buffer.from(salt, 'base64'), verifier: Buffer.from(verifier, 'base64') };
}

function sameVerifier(one: PinVerifier | undefined, other: PinVerifier): boolean {
  return one !== undefined && Buffer.from(one.verifier).equals(Buffer.from(other.verifier));
}
