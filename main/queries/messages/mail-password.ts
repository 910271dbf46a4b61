import type { Reads } from '../../context.ts';
import { secretOf } from '../../store/secrets.ts';

/** For the mail client alone: it leaves the service towards the mail server and nowhere else. */
export function mailPassword({ db }: Reads): string | undefined {
  const kept = secretOf(db, 'mail-password');
  return kept && Buffer.from(kept).toString('utf8');
}
