import type { StaffId } from '../../domain/kernel/ids.ts';
import type { Role } from '../../domain/staff/roles.ts';
import type { ReadableDb } from '../store/database.ts';
import { staffById } from '../store/tables/staff/staff.ts';
import { pinOf } from '../store/tables/staff/staff-pins.ts';

/** Somebody at one window: what they may do is looked up anew for each question, so a change counts at once. */
export interface SignedIn {
  readonly staffId: StaffId;
  readonly name: string;
  readonly roles: readonly Role[];
  /** They came in with a PIN that somebody else set, and may do nothing but choose one of their own. */
  readonly mustChangePin: boolean;
}

/** One wish to sign in: checking a PIN takes its time, and the window may be locked meanwhile. */
export type SignInTurn = symbol;

/** Who is signed in at which window. In memory only: a service that starts again knows nobody. */
export class Sessions {
  readonly #staff = new Map<string, StaffId>();
  readonly #turns = new Map<string, SignInTurn>();

  /** Somebody is about to sign in at this window: whoever was there is not any more. */
  expect(session: string): SignInTurn {
    this.end(session);
    const turn: SignInTurn = Symbol(session);
    this.#turns.set(session, turn);
    return turn;
  }

  /** Whether nobody locked or closed the window, or began anew there, since it was expected. */
  isExpected(session: string, turn: SignInTurn): boolean {
    return this.#turns.get(session) === turn;
  }

  begin(session: string, staffId: StaffId): void {
    this.#turns.delete(session);
    this.#staff.set(session, staffId);
  }

  end(session: string): void {
    this.#turns.delete(session);
    this.#staff.delete(session);
  }

  signedIn(db: ReadableDb, session: string): SignedIn | undefined {
    const staffId = this.#staff.get(session);
    const member = staffId && staffById(db, staffId);
    if (!member || member.isRemoved) return undefined;
    const mustChangePin = pinOf(db, member.staffId)?.is_one_time === 1;
    return { staffId: member.staffId, name: member.name, roles: member.roles, mustChangePin };
  }
}
