import type { RecordedEvent } from '../station-event.ts';
import type { RowChange } from './row-change.ts';

/** Who works here, who opened whose record, and what left the station. */
export function projectStaff({ id, event, occurredAt, actor }: RecordedEvent): RowChange[] {
  switch (event.type) {
    case 'StaffAdded':
      return [
        {
          op: 'put',
          table: 'staff',
          row: {
            staff_id: event.data.staffId,
            name: event.data.personal?.name ?? '',
            roles: JSON.stringify(event.data.roles),
            status: 'active',
            added_at: occurredAt,
          },
        },
      ];
    case 'StaffRoleChanged':
      return staffChange(event.data.staffId, { roles: JSON.stringify(event.data.roles) });
    case 'StaffRemoved':
      return staffChange(event.data.staffId, { status: 'removed' });
    case 'RecordViewed':
      return [
        {
          op: 'put',
          table: 'record_view',
          row: {
            view_id: id,
            person_id: event.data.personId,
            staff_id: event.data.staffId,
            why: event.data.why,
            viewed_at: occurredAt,
          },
        },
      ];
    case 'DataDisclosed':
      return [
        {
          op: 'put',
          table: 'disclosure',
          row: { disclosure_id: id, actor, ...event.data, disclosed_at: occurredAt },
        },
      ];
    default:
      return [];
  }
}

function staffChange(staffId: string, set: { roles: string } | { status: string }): RowChange[] {
  return [{ op: 'set', table: 'staff', where: { staff_id: staffId }, set }];
}
