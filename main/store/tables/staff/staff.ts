import type { StaffId } from '../../../../domain/kernel/ids.ts';
import type { Instant } from '../../../../domain/kernel/instant.ts';
import type { Role } from '../../../../domain/staff/roles.ts';
import type { StaffMember } from '../../../../domain/staff/staff.ts';
import type { ReadableDb } from '../../database.ts';

export interface StaffRecord extends StaffMember {
  readonly addedAt: Instant;
}

interface StaffRow {
  readonly staff_id: StaffId;
  readonly name: string;
  readonly roles: string;
  readonly status: 'active' | 'removed';
  readonly added_at: Instant;
}

/** Everybody who works or has worked here, by name. */
export function allStaff(db: ReadableDb): StaffRecord[] {
  return db.all<StaffRow>('SELECT * FROM staff ORDER BY name COLLATE NOCASE').map(recordOf);
}

export function staffById(db: ReadableDb, staffId: StaffId): StaffRecord | undefined {
  const row = db.first<StaffRow>('SELECT * FROM staff WHERE staff_id = ?', staffId);
  return row && recordOf(row);
}

function recordOf(row: StaffRow): StaffRecord {
  return {
    staffId: row.staff_id,
    name: row.name,
    roles: JSON.parse(row.roles) as Role[],
    isRemoved: row.status === 'removed',
    addedAt: row.added_at,
  };
}
