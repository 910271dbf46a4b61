import type { identityContract } from '../../../contracts/ipc/identity-contract.ts';
import { accept } from '../../../domain/kernel/result.ts';
import { confirmIdentity, switchIdentityCheck } from '../../commands/identity/confirm-identity.ts';
import { identityOfPerson } from '../../queries/identity/identity.ts';
import { isIdentityChecked } from '../../store/tables/identity/identity-check.ts';
import type { HandlersOf } from '../handler.ts';

export const identityHandlers: HandlersOf<keyof typeof identityContract> = {
  'identity.setting': ({ db }) => accept({ isOn: isIdentityChecked(db) }),
  'identity.switch': (station, input, { actor }) => switchIdentityCheck(station, actor, input),
  'identity.of-person': (station, { personId }) => accept(identityOfPerson(station, personId)),
  'identity.confirm': (station, input, { actor }) => {
    const done = confirmIdentity(station, actor, input);
    return done.ok ? accept(identityOfPerson(station, input.personId)) : done;
  },
};
