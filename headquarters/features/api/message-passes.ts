import type { MessageOutcome } from '../../../contracts/api/api-contract.ts';
import type { Bilingual } from '../../../domain/kernel/bilingual.ts';
import type { PassId } from '../../../domain/kernel/ids.ts';
import type { Headquarters } from '../../headquarters.ts';
import type { Centre } from '../../store/centres.ts';
import type { CentreDb } from '../../store/open-databases.ts';
import { holdPass, type KeptPass } from '../../store/passes.ts';
import { messagePass } from '../messages/send-message.ts';
import { type KnownPerson, loadPerson } from '../passes/person-history.ts';

interface MessageWish {
  readonly passIds: readonly PassId[];
  readonly message: Bilingual;
  readonly actor: string;
}

/** Writes a message, such as the house rules, onto passes; one that cannot have it holds up no other. */
export async function messagePasses(
  headquarters: Headquarters,
  db: CentreDb,
  centre: Centre,
  { passIds, message, actor }: MessageWish,
): Promise<{ passId: PassId; outcome: MessageOutcome }[]> {
  const asked = [...new Set(passIds)];
  const outcomes = new Map<PassId, MessageOutcome>();
  // In one order for everybody, so that two requests never wait for each other.
  for (const passId of asked.toSorted()) {
    const pass = await holdPass(db, passId);
    const known = pass && (await loadPerson(headquarters, db, centre.id, pass.personId));
    const outcome = outcomeFor(pass, known);
    outcomes.set(passId, outcome);
    if (outcome === 'written' && pass && known)
      await messagePass(headquarters, db, centre, { pass, known, message, actor });
  }
  return asked.map((passId) => ({ passId, outcome: outcomes.get(passId) ?? 'unknown' }));
}

function outcomeFor(pass: KeptPass | undefined, known: KnownPerson | undefined): MessageOutcome {
  if (!pass || known?.person.status !== 'registered') return 'unknown';
  return pass.isVoided || known.pass.status !== 'valid' ? 'void' : 'written';
}
