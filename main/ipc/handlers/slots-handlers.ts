import type { slotsContract } from '../../../contracts/ipc/slots-contract.ts';
import { accept } from '../../../domain/kernel/result.ts';
import { closeSlots } from '../../commands/appointments/close-slots.ts';
import { openDays, removeTemplate, saveTemplate } from '../../commands/appointments/open-days.ts';
import { liftHoliday, setHoliday } from '../../commands/appointments/set-holiday.ts';
import { setOnlineShare } from '../../commands/appointments/set-online-share.ts';
import { onlineShareOf } from '../../histories/online-share.ts';
import { closePreview } from '../../queries/appointments/close-preview.ts';
import { holidaysAhead } from '../../queries/appointments/holidays-ahead.ts';
import { slotCalendar } from '../../queries/appointments/slot-calendar.ts';
import { connectionOf } from '../../queries/sync/connection-of.ts';
import { templates } from '../../store/tables/appointments/slots.ts';
import type { HandlersOf } from '../handler.ts';

export const slotsHandlers: HandlersOf<keyof typeof slotsContract> = {
  'slots.calendar': (station, input) => accept(slotCalendar(station, input)),
  'slots.templates': (station) => accept({ templates: templates(station.db).map(editable) }),
  'slots.save-template': (station, input, { actor }) => saveTemplate(station, actor, input),
  'slots.remove-template': (station, input, { actor }) => removeTemplate(station, actor, input),
  'slots.open-days': (station, input, { actor }) => openDays(station, actor, input),
  'slots.close-preview': (station, input) => accept(closePreview(station, input)),
  'slots.close': (station, input, { actor }) => closeSlots(station, actor, input),
  'slots.holidays': (station) => accept({ holidays: holidaysAhead(station) }),
  'slots.set-holiday': (station, input, { actor }) => setHoliday(station, actor, input),
  'slots.lift-holiday': (station, input, { actor }) => liftHoliday(station, actor, input),
  'slots.online-share': ({ db }) => {
    const share = onlineShareOf(db);
    return accept({ isConnected: connectionOf(db) === 'connected', ...(share ? { share } : {}) });
  },
  'slots.set-online-share': (station, input, { actor }) => setOnlineShare(station, actor, input),
};

function editable(template: ReturnType<typeof templates>[number]) {
  return {
    ...template,
    weekdays: [...template.weekdays],
    hours: [...template.hours],
    lanes: [...template.lanes],
  };
}
