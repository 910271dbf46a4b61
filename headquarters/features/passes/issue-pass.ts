import type { PassId, PersonId } from '../../../domain/kernel/ids.ts';
import { accept, type Result, refuse } from '../../../domain/kernel/result.ts';
import { decideIssue } from '../../../domain/passes/pass.ts';
import type { PassTemplate } from '../../../domain/passes/pass-template.ts';
import { passIdFor } from '../../../ledger/pass-id.ts';
import type { Headquarters } from '../../headquarters.ts';
import type { CentreDb } from '../../store/open-databases.ts';
import { addPass, countPasses } from '../../store/passes.ts';
import { doseStateOf } from './pass-facts.ts';
import { OWN_PASS_KEY } from './pass-signing.ts';
import { loadPerson } from './person-history.ts';
import { recordEvents } from './record-events.ts';

/** Gives somebody a pass; call it in the transaction that its cause is written in. */
export async function issuePass(
  headquarters: Headquarters,
  db: CentreDb,
  {
    centre,
    personId,
    template,
    actor,
  }: {
    readonly centre: string;
    readonly personId: PersonId;
    readonly template: PassTemplate;
    readonly actor: string;
  },
): Promise<Result<PassId, 'pass-already-issued' | 'person-unknown'>> {
  const known = await loadPerson(headquarters, db, centre, personId);
  if (known.person.status !== 'registered') return refuse('person-unknown');
  const passId = passIdFor(personId, await countPasses(db, personId));
  const { templateId, version: templateVersion } = template;
  const pass = { passId, personId, keyId: OWN_PASS_KEY, templateId, templateVersion };
  const decided = decideIssue(known.pass, { ...pass, doses: doseStateOf(known) });
  if (!decided.ok) return decided;
  await recordEvents(headquarters, db, { centre, stream: personId, actor, events: decided.value });
  await addPass(db, centre, pass, headquarters.now());
  return accept(passId);
}
