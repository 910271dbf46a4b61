import type { PersonId } from '../../domain/kernel/ids.ts';
import type { MessagePayload } from '../../domain/messages/message-draft.ts';
import type { MessagePass } from '../../domain/messages/message-facts.ts';
import { shortNumberOf } from '../../domain/passes/short-number.ts';
import { bundleMediaType } from '../../issuing/apple/bundle-pkpasses.ts';
import type { MailAttachment } from '../../messaging/mail-server.ts';
import { passFileName, passMediaType } from '../../messaging/message-mail.ts';
import { makeHandOverLink } from '../commands/handover/make-hand-over-link.ts';
import type { StreamEvents } from '../commands/run-command.ts';
import { googleSaveLink } from '../commands/wallets/google-save-link.ts';
import { familyOf } from '../queries/handover/family-of.ts';
import { type PassRow, passOf } from '../store/tables/passes/passes.ts';
import type { OutboxStation } from './outbox-station.ts';
import { bundleFileName, presentBundle } from './present-bundle.ts';
import { presentPassFile } from './present-pass-file.ts';

/** What a mail brings of a pass or of a family's, and what is written down once it arrived. */
export interface PassParcel {
  readonly file: MailAttachment;
  readonly pass: MessagePass;
  readonly handedOver: readonly StreamEvents[];
}

/** Undefined while a pass is not signed. Whoever left the family since it was queued is left out. */
export async function passParcel(
  station: OutboxStation,
  { personId, alsoFor = [] }: Pick<MessagePayload, 'personId' | 'alsoFor'>,
): Promise<PassParcel | undefined> {
  const family = new Set(familyOf(station, personId).map((row) => row.person_id));
  const others = alsoFor.filter((other) => family.has(other));
  const [own, ...rows] = [personId, ...others].flatMap((each) => passOf(station.db, each) ?? []);
  const file = own && (await fileOf(station, own, rows));
  if (!own || !file) return undefined;
  const link = makeHandOverLink(station, 'outbox', { personId, alsoFor: others, place: 'home' });
  return {
    file,
    pass: {
      hasFile: true,
      ...passLinks(station, own),
      ...(link.ok ? { handOverLink: link.value.url } : {}),
      ...(rows.length > 0 ? { others: rows.map((row) => passLinks(station, row)) } : {}),
    },
    handedOver: [own, ...rows].map(handedOver),
  };
}

async function fileOf(
  station: OutboxStation,
  own: PassRow,
  others: readonly PassRow[],
): Promise<MailAttachment | undefined> {
  if (others.length === 0) {
    const file = await presentPassFile(station, own.pass_id);
    const fileName = passFileName(shortNumberOf(own.pass_id));
    return file && { fileName, mediaType: passMediaType, bytes: file.bytes };
  }
  const bytes = await presentBundle(
    station,
    [own, ...others].map((row) => row.pass_id),
  );
  return bytes && { fileName: bundleFileName, mediaType: bundleMediaType, bytes };
}

function passLinks(station: OutboxStation, { pass_id }: PassRow) {
  const google = googleSaveLink(station, pass_id);
  return {
    shortNumber: shortNumberOf(pass_id),
    ...(google.ok ? { googleLink: google.value.url } : {}),
  };
}

function handedOver({ pass_id, person_id, revision }: PassRow): StreamEvents {
  const personId: PersonId = person_id;
  const data = { passId: pass_id, personId, revision, way: 'email' } as const;
  return { stream: personId, events: [{ type: 'PassHandedOver', version: 1, data }] };
}
