import type { FastifyRequest } from 'fastify';
import { type Centre, centreOf } from '../../store/centres.ts';
import type { Db } from '../../store/open-databases.ts';
import { callerAt } from '../tokens/authenticate.ts';

/** The centre of whoever asks, and under which name the log keeps what they do. */
export async function callerCentre(
  db: Db,
  request: FastifyRequest,
): Promise<{ centre: Centre; actor: string }> {
  const { centre: id, clientId } = callerAt(request);
  const centre = await centreOf(db, id);
  if (!centre) throw new Error('a client of a centre that is not there');
  return { centre, actor: clientId };
}
