import type { passesContract } from '../../../contracts/ipc/passes-contract.ts';
import { accept, refuse } from '../../../domain/kernel/result.ts';
import { bundleMediaType } from '../../../issuing/apple/bundle-pkpasses.ts';
import { noteDisclosure } from '../../commands/staff/note-disclosure.ts';
import { recordView } from '../../commands/staff/record-view.ts';
import { bundleFileName, presentBundle } from '../../outbox/present-bundle.ts';
import { isOneFamily } from '../../queries/handover/family-of.ts';
import { passFace } from '../../queries/passes/pass-face.ts';
import { passOf } from '../../store/tables/passes/passes.ts';
import { templateImage } from '../../store/tables/templates/templates.ts';
import type { HandlersOf } from '../handler.ts';
import { viewAtDesk } from '../view-at-desk.ts';

export const passesHandlers: HandlersOf<keyof typeof passesContract> = {
  'passes.face': (station, { personId, language }, caller) => {
    const face = passFace(station, personId, language);
    if (face.ok) recordView(station, caller.actor, viewAtDesk(personId, caller));
    return face;
  },
  'passes.image': ({ db }, { digest }) => {
    const bytes = templateImage(db, digest);
    return bytes ? accept({ base64: Buffer.from(bytes).toString('base64') }) : refuse('image-unknown');
  },
  'passes.bundle': async (station, { personIds }, { actor }) => {
    const passes = personIds.map((personId) => passOf(station.db, personId));
    const passIds = passes.flatMap((pass) => (pass?.status === 'valid' ? [pass.pass_id] : []));
    if (passIds.length < passes.length) return refuse('pass-missing');
    const [personId, ...others] = new Set(personIds);
    if (!personId || !isOneFamily(station, personId, others)) return refuse('not-one-family');
    const bytes = await presentBundle(station, passIds);
    if (!bytes) return refuse('pass-not-signed');
    noteDisclosure(station, actor, { kind: 'bundle', people: 1 + others.length });
    return accept({
      fileName: bundleFileName,
      mediaType: bundleMediaType,
      base64: Buffer.from(bytes).toString('base64'),
    });
  },
};
