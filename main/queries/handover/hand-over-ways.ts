import type { ChannelOutput } from '../../../contracts/ipc/station-contract.ts';
import type { PersonId } from '../../../domain/kernel/ids.ts';
import { accept, type Result, refuse } from '../../../domain/kernel/result.ts';
import type { PassReads } from '../../context.ts';
import type { HandOverServer } from '../../handover/hand-over-server.ts';
import type { ReadableDb } from '../../store/database.ts';
import { faultOfMailServer } from '../../store/outbox/outbox.ts';
import { settingOf } from '../../store/settings.ts';
import { lastHandOver } from '../../store/tables/messages/deliveries.ts';
import { passOf } from '../../store/tables/passes/passes.ts';
import { personById } from '../../store/tables/people/people.ts';
import { expectedPass } from '../passes/expected-pass.ts';
import { connectionOf } from '../sync/connection-of.ts';
import { familyOf } from './family-of.ts';

/** How somebody's pass can reach them right now. */
export function handOverWays(
  station: PassReads & { readonly handOverServer: HandOverServer },
  personId: PersonId,
): Result<ChannelOutput<'handover.ways'>, 'person-unknown' | 'pass-missing'> {
  const { db } = station;
  const person = personById(db, personId);
  if (person?.status !== 'registered') return refuse('person-unknown');
  const own = passOf(db, personId);
  const pass = own ?? expectedPass(station, personId);
  if (pass?.status !== 'valid') return refuse('pass-missing');
  const { email, language } = person.details;
  const last = lastHandOver(db, personId);
  return accept({
    passId: pass.pass_id,
    language,
    server: station.handOverServer.state(),
    page: connectionOf(db) === 'stand-alone' ? 'station' : own ? 'headquarters' : 'to-come',
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
  // Headquarters writes it.
  if (connectionOf(db) === 'connected') return 'ready';
  if (settingOf(db, 'mail') === undefined) return 'not-set-up';
  return faultOfMailServer(db) === undefined ? 'ready' : 'failing';
}
