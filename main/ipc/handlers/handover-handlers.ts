import type { handoverContract } from '../../../contracts/ipc/handover-contract.ts';
import { accept, refuse } from '../../../domain/kernel/result.ts';
import { calendarMediaType } from '../../../messaging/message-mail.ts';
import { makeHandOverLink } from '../../commands/handover/make-hand-over-link.ts';
import { noteHandOver } from '../../commands/handover/note-hand-over.ts';
import { revokeHandOverLinks } from '../../commands/handover/revoke-hand-over-links.ts';
import { saveHandOverSettings } from '../../commands/handover/save-hand-over-settings.ts';
import { sendPassMail } from '../../commands/handover/send-pass-mail.ts';
import { saveMailSettings } from '../../commands/messages/save-mail-settings.ts';
import { sendTestMail } from '../../commands/messages/send-test-mail.ts';
import { noteDisclosure } from '../../commands/staff/note-disclosure.ts';
import { localAddresses } from '../../handover/local-addresses.ts';
import { personCalendar } from '../../queries/appointments/person-calendar.ts';
import { handOverSettings } from '../../queries/handover/hand-over-settings.ts';
import { handOverWays } from '../../queries/handover/hand-over-ways.ts';
import { mailPassword } from '../../queries/messages/mail-password.ts';
import { paperFileName, passPaper } from '../../queries/passes/pass-paper.ts';
import { connectionOf } from '../../queries/sync/connection-of.ts';
import { settingOf } from '../../store/settings.ts';
import { askHandOverPage } from '../../sync/ask-hand-over-page.ts';
import type { HandlersOf } from '../handler.ts';

export const handoverHandlers: HandlersOf<keyof typeof handoverContract> = {
  'handover.ways': (station, { personId }) => handOverWays(station, personId),
  'handover.make-link': (station, input, { actor }) =>
    connectionOf(station.db) === 'connected'
      ? askHandOverPage(station, input)
      : makeHandOverLink(station, actor, { ...input, place: 'centre' }),
  'handover.revoke-links': (station, input, { actor }) => revokeHandOverLinks(station, actor, input),
  'handover.send-email': (station, input, { actor }) => sendPassMail(station, actor, input),
  'handover.pdf': async (station, { personId, language }, { actor }) => {
    const paper = await passPaper(station, personId, language);
    if (!paper.ok) return paper;
    noteDisclosure(station, actor, { kind: 'pass-pdf', people: 1 });
    const { shortNumber, bytes } = paper.value;
    return accept(fileOf(paperFileName(shortNumber), 'application/pdf', bytes));
  },
  'handover.calendar': (station, { personId, language }, { actor }) => {
    const calendar = personCalendar(station, personId, language);
    if (calendar === undefined) return refuse('no-appointment');
    noteDisclosure(station, actor, { kind: 'calendar', people: 1 });
    return accept(fileOf('termine.ics', calendarMediaType, Buffer.from(calendar, 'utf8')));
  },
  'handover.note': (station, input, { actor }) => noteHandOver(station, actor, input),
  'handover.settings': (station) =>
    accept({
      mail: settingOf(station.db, 'mail'),
      hasMailPassword: mailPassword(station) !== undefined,
      handOver: handOverSettings(station),
      server: station.handOverServer.state(),
      addresses: localAddresses(),
    }),
  'handover.save-mail': (station, input, { actor }) => saveMailSettings(station, actor, input),
  'handover.test-mail': (station, input) => sendTestMail(station, input),
  'handover.save-server': (station, { requestId, ...settings }, { actor }) =>
    saveHandOverSettings(station, actor, { requestId, settings }),
};

function fileOf(fileName: string, mediaType: string, bytes: Uint8Array) {
  return { fileName, mediaType, base64: Buffer.from(bytes).toString('base64') };
}
