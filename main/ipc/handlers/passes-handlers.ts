import type { passesContract } from '../../../contracts/ipc/passes-contract.ts';
import { accept, refuse } from '../../../domain/kernel/result.ts';
import { recordView } from '../../commands/record-view.ts';
import { passBundle } from '../../queries/pass-bundle.ts';
import { passFace } from '../../queries/pass-face.ts';
import { templateImage } from '../../store/tables/templates.ts';
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
  'passes.bundle': (station, { personIds }) => {
    const bundle = passBundle(station, personIds);
    if (!bundle.ok) return bundle;
    const { bytes, ...rest } = bundle.value;
    return accept({ ...rest, base64: Buffer.from(bytes).toString('base64') });
  },
};
