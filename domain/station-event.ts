import type { AppointmentEvent } from './appointments/events.ts';
import type { SlotEvent } from './appointments/slot-events.ts';
import type { StandbyEvent } from './appointments/standby-events.ts';
import type { CentreEvent } from './centre/events.ts';
import type { ConsentEvent } from './consent/events.ts';
import type { IdentityEvent } from './identity/events.ts';
import type { ImportEvent } from './import/events.ts';
import type { Recorded } from './kernel/event.ts';
import type { MessageEvent } from './messages/events.ts';
import type { PassEvent } from './passes/events.ts';
import type { PeopleEvent } from './people/events.ts';
import type { ProductEvent } from './products/events.ts';
import type { ScheduleEvent } from './schedules/events.ts';
import type { ScreeningEvent } from './screening/events.ts';
import type { StaffEvent } from './staff/events.ts';
import type { StockEvent } from './stock/events.ts';
import type { VaccinationEvent } from './vaccination/events.ts';

/** Everything that can stand in the log. */
export type StationEvent =
  | PeopleEvent
  | AppointmentEvent
  | SlotEvent
  | StandbyEvent
  | VaccinationEvent
  | ScreeningEvent
  | IdentityEvent
  | ConsentEvent
  | PassEvent
  | MessageEvent
  | StaffEvent
  | ImportEvent
  | ProductEvent
  | ScheduleEvent
  | StockEvent
  | CentreEvent;

export type RecordedEvent = Recorded<StationEvent>;
