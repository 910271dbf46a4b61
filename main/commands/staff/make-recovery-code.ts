import { randomBytes } from 'node:crypto';
import type { StaffId } from '../../../domain/kernel/ids.ts';
import { accept, type Result } from '../../../domain/kernel/result.ts';
import type { Actor } from '../../../domain/staff/actor.ts';
import type { StaffEvent } from '../../../domain/staff/events.ts';
import { formatRecoveryCode, RECOVERY_BYTES } from '../../../domain/staff/recovery-code.ts';
import type { Writes } from '../../context.ts';
import { makePinVerifier } from '../../staff/pin-verifier.ts';
import { keepSecret } from '../../store/secrets.ts';
import type { PinVerifier } from '../../store/tables/staff/staff-pins.ts';
import { runCommand } from '../run-command.ts';

/** A code that lets a site lead in again. The one before is worth nothing from then on; nobody can read this one again. */
export async function makeRecoveryCode(
  station: Writes,
  actor: Actor,
): Promise<Result<{ code: string }, never>> {
  const { code, verifier } = await newRecoveryCode();
  return runCommand(station, { name: 'make-recovery-code', actor }, () => {
    keepRecoveryCode(station, verifier);
    return accept({ stream: 'centre', events: [recoveryCodeMade], value: { code } });
  });
}

export const recoveryCodeMade: StaffEvent = { type: 'RecoveryCodeMade', version: 1, data: {} };

export function siteLeadRecovered(staffId: StaffId): StaffEvent {
  return { type: 'SiteLeadRecovered', version: 1, data: { staffId } };
}

export async function newRecoveryCode(): Promise<{ code: string; verifier: PinVerifier }> {
  const code = formatRecoveryCode(randomBytes(RECOVERY_BYTES));
  return { code, verifier: await makePinVerifier(code) };
}

/** Only what the code is checked against is kept, beside the other secrets of the store. */
export function keepRecoveryCode({ db }: Writes, { cost, salt, verifier }: PinVerifier): void {
  const kept = {
    cost,
    salt: Buffer.from(salt).toString('base64'),
    verifier: Buffer.from(verifier).toString('base64'),
  };
  keepSecret(db, 'recovery-code', Buffer.from(JSON.stringify(kept)));
}
