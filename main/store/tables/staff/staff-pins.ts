import type { Instant } from '../../../../domain/kernel/instant.ts';
import type { WrongTries } from '../../../../domain/staff/pin.ts';
import type { ReadableDb, WritableDb } from '../../database.ts';

/** What a PIN is checked against, and how often it was wrong. Not part of the log, and never rebuilt from it. */
export interface PinRow {
  readonly cost: string;
  readonly salt: Uint8Array;
  readonly verifier: Uint8Array;
  readonly is_one_time: 0 | 1;
  readonly wrong_tries: number;
  readonly lock_outs: number;
  readonly locked_at: Instant | null;
}

export type PinVerifier = Pick<PinRow, 'cost' | 'salt' | 'verifier'>;

export function pinOf(db: ReadableDb, staffId: string): PinRow | undefined {
  return db.first<PinRow>('SELECT * FROM staff_pin WHERE staff_id = ?', staffId);
}

/** A new PIN starts with no wrong tries. */
export function keepPin(db: WritableDb, staffId: string, pin: PinVerifier, isOneTime: boolean): void {
  db.run(
    'INSERT OR REPLACE INTO staff_pin (staff_id, cost, salt, verifier, is_one_time) VALUES (?, ?, ?, ?, ?)',
    staffId,
    pin.cost,
    pin.salt,
    pin.verifier,
    isOneTime ? 1 : 0,
  );
}

export function forgetPin(db: WritableDb, staffId: string): void {
  db.run('DELETE FROM staff_pin WHERE staff_id = ?', staffId);
}

export function countWrongTry(db: WritableDb, staffId: string): void {
  db.run('UPDATE staff_pin SET wrong_tries = wrong_tries + 1 WHERE staff_id = ?', staffId);
}

/** Locks somebody out, for longer than the last time in a row. */
export function lockPin(db: WritableDb, staffId: string, at: Instant): void {
  db.run('UPDATE staff_pin SET lock_outs = lock_outs + 1, locked_at = ? WHERE staff_id = ?', at, staffId);
}

export function forgetWrongTries(db: WritableDb, staffId: string): void {
  db.run('UPDATE staff_pin SET wrong_tries = 0, lock_outs = 0, locked_at = NULL WHERE staff_id = ?', staffId);
}

export function wrongTriesOf({ wrong_tries, lock_outs, locked_at }: PinRow): WrongTries {
  return { wrongTries: wrong_tries, lockOuts: lock_outs, ...(locked_at ? { lockedAt: locked_at } : {}) };
}
