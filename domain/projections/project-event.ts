import type { RecordedEvent } from '../station-event.ts';
import { projectAdverseEvent } from './adverse-event-projection.ts';
import { projectAppointment } from './appointment-projection.ts';
import { projectCentreMessage } from './centre-message-projection.ts';
import { projectConsentKinds } from './consent-kinds-projection.ts';
import { projectConsent } from './consent-projection.ts';
import { projectDelivery } from './delivery-projection.ts';
import { projectDestination } from './destination-projection.ts';
import { projectDose } from './dose-projection.ts';
import { projectIdentity } from './identity-projection.ts';
import { projectImport } from './import-projection.ts';
import { projectPass } from './pass-projection.ts';
import { projectPersonLink } from './person-link-projection.ts';
import { projectPerson } from './person-projection.ts';
import { projectProduct } from './product-projection.ts';
import type { RowChange } from './row-change.ts';
import { projectSchedule } from './schedule-projection.ts';
import { projectScreening } from './screening-projection.ts';
import { projectSlots } from './slot-projection.ts';
import { projectStaff } from './staff-projection.ts';
import { projectStandby } from './standby-projection.ts';
import { projectStock } from './stock-projection.ts';
import { projectTemplate } from './template-projection.ts';
import { projectVialData } from './vial-data-projection.ts';

const projections: readonly ((recorded: RecordedEvent) => RowChange[])[] = [
  projectPerson,
  projectPersonLink,
  projectConsent,
  projectAppointment,
  projectSlots,
  projectStandby,
  projectDose,
  projectAdverseEvent,
  projectPass,
  projectDelivery,
  projectCentreMessage,
  projectStaff,
  projectDestination,
  projectImport,
  projectTemplate,
  projectProduct,
  projectSchedule,
  projectVialData,
  projectStock,
  projectScreening,
  projectIdentity,
  projectConsentKinds,
];

/** Everything one event does to all read models. A type that no projection knows changes nothing. */
export function projectEvent(recorded: RecordedEvent): RowChange[] {
  return projections.flatMap((project) => project(recorded));
}
