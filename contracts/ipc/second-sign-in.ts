import { z } from 'zod';
import { pin, staffId } from './schemas.ts';

/**
 * Four eyes: a second person enters their PIN for this one command. How a channel asks for it:
 * 1. in its contract `approvers: [roles]`, `secondSignIn` in its input, `...secondSignInRefusals` in its refusals;
 * 2. its handler finds who approved as `caller.approvedBy`, checked before, and writes it into the event;
 * 3. its screen shows `<SecondSignIn channel="…">` and sends what that holds.
 */
export const secondSignIn = z.object({ staffId, pin });
export type SecondSignInInput = z.output<typeof secondSignIn>;

export const secondSignInRefusals = [
  'second-person-same',
  'second-person-not-allowed',
  'second-pin-one-time',
  'staff-unknown',
  'pin-not-here',
  'pin-wrong',
  'pin-locked',
  'asker-locked',
] as const;
