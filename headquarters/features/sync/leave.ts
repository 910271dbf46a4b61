import type { Headquarters } from '../../headquarters.ts';
import { noteAudit } from '../../store/centres.ts';
import { inCentre } from '../../store/open-databases.ts';
import { changeStanding } from '../../store/stations.ts';
import type { Caller } from '../tokens/authenticate.ts';

/** A station says that it stands alone from now on: its tokens count no more. False where it is halted. */
export async function leave(
  { databases, newId, now }: Headquarters,
  { centre, id: station }: Caller,
): Promise<boolean> {
  const at = now();
  const hasLeft = await inCentre(databases.app, centre, (db) =>
    changeStanding(db, station, { from: ['active'], to: 'left', at }),
  );
  if (hasLeft)
    await noteAudit(databases.app, centre, {
      id: newId(),
      at,
      actor: station,
      action: 'station-left',
      subject: station,
    });
  return hasLeft;
}
