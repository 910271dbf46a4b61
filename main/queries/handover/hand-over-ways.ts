import type { ChannelOutput } from '../../../contracts/ipc/station-contract.ts';
import type { PersonId } from '../../../domain/kernel/ids.ts';
import { accept, type Result, refuse } from '../../../domain/kernel/result.ts';
import type { Reads } from '../../context.ts';
import type { HandOverServer } from '../../handover/hand-over-server.ts';
import type { ReadableDb } from '../../store/database.ts';
import { faultOfMailServer } from '../../store/outbox/outbox.ts';
import { settingOf } from '../../store/settings.ts';
import { lastHandOver } from '../../store/tables/messages/deliveries.ts';
import { passOf } from '../../store/tables/passes/passes.ts';
import { personById } from '../../store/tables/people/people.ts';
import { familyOf } from './family-of.ts';

/** How somebody's pass can reach them right now. */
export function handOverWays(
  station: Reads & { readonly handOverServer: HandOverServer },
  personId: PersonId,
): Result<ChannelOutput<'handover.ways'>, 'person-unknown' | 'pass-missing'> {
  const { db } = station;
  const person = personById(db, personId);
  if (person?.status !== 'registered') return refuse('person-unknown');
  const pass = passOf(db, personId);
  if (pass?.status !== 'valid') return refuse('pass-missing');
  const { email, language } = person.details;
  const last = lastHandOver(db, personId);
  return accept({
    passId: pass.pass_id,
    language,
    server: station.handOverServer.state(),
    ...(email ? { email } : {}),
    mail: email ? mailState(db) : 'no-address',
    family: familyOf(station, personId).map((row) => ({
      personId: row.person_id,
      name: `${row.family_name}, ${row.given_name}`,
      birthDate: row.birth_date,
    })),
    ...(last ? { lastHandedOver: { at: last.delivered_at, way: last.way } } : {}),
  });
}

function mailState(db: ReadableDb): 'ready' | 'failing' | 'not-set-up' {
  if (settingOf(db, 'mail') === undefined) return 'not-set-up';
  return faultOfMailServer(db) === undefined ? 'ready' : 'failing';
}
