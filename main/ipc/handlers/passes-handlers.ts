import type { passesContract } from '../../../contracts/ipc/passes-contract.ts';
import { passFace } from '../../queries/pass-face.ts';
import type { HandlersOf } from '../handler.ts';

export const passesHandlers: HandlersOf<keyof typeof passesContract> = {
  'passes.face': (station, { personId, language }) => passFace(station, personId, language),
};
