import type { ReadableDb, WritableDb } from '../store/database.ts';
import { keepSetting, settingOf } from '../store/settings.ts';

/** The PINs of a trial, which its sign-in screen shows. No other centre has any. */
export function trialPinsOf(db: ReadableDb): Readonly<Record<string, string>> {
  return settingOf(db, 'trial-pins') ?? {};
}

/** What somebody chose for themselves is shown nowhere, not even in a trial. */
export function forgetTrialPin(db: WritableDb, staffId: string): void {
  const { [staffId]: gone, ...others } = trialPinsOf(db);
  if (gone !== undefined) keepSetting(db, 'trial-pins', others);
}
