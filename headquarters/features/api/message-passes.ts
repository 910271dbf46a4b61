import type { MessageOutcome } from '../../../contracts/api/api-contract.ts';
import type { Bilingual } from '../../../domain/kernel/bilingual.ts';
import type { PassId } from '../../../domain/kernel/ids.ts';
import type { Headquarters } from '../../headquarters.ts';
import type { Centre } from '../../store/centres.ts';
import { inCentre } from '../../store/open-databases.ts';
import { holdPass } from '../../store/passes.ts';
import { messagePass } from '../messages/send-message.ts';
import { loadPerson } from '../passes/person-history.ts';

/** Writes a message, such as the house rules, onto passes; each of them by itself. */
export async function messagePasses(
  headquarters: Headquarters,
  centre: Centre,
  wish: { readonly passIds: readonly PassId[]; readonly message: Bilingual; readonly actor: string },
): Promise<{ passId: PassId; outcome: MessageOutcome }[]> {
  const results: { passId: PassId; outcome: MessageOutcome }[] = [];
  for (const passId of new Set(wish.passIds))
    results.push({ passId, outcome: await messageOne(headquarters, centre, { ...wish, passId }) });
  return results;
}

function messageOne(
  headquarters: Headquarters,
  centre: Centre,
  { passId, message, actor }: { passId: PassId; message: Bilingual; actor: string },
): Promise<MessageOutcome> {
  return inCentre(headquarters.databases.app, centre.id, async (db) => {
    const pass = await holdPass(db, passId);
    const known = pass && (await loadPerson(headquarters, db, centre.id, pass.personId));
    if (!pass || known?.person.status !== 'registered') return 'unknown';
    if (pass.isVoided || known.pass.status !== 'valid') return 'void';
    await messagePass(headquarters, db, centre, { pass, known, message, actor });
    return 'written';
  });
}
