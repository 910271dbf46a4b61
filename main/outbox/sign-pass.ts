import { idOf, type PassId } from '../../domain/kernel/ids.ts';
import { passContent } from '../../domain/passes/pass-content.ts';
import { standardTemplate } from '../../domain/passes/pass-template.ts';
import { passFacts } from '../queries/pass-facts.ts';
import type { Station } from '../station.ts';
import { keepPassFile, passById } from '../store/tables/passes.ts';
import type { OutboxOutcome } from './outbox-outcome.ts';
import { waitsForCertificate } from './pass-issuing.ts';

/** Signs the pass as it should look by now, whatever it was when the work was queued. */
export async function signPass(station: Station, subject: string): Promise<OutboxOutcome> {
  const passId = idOf<PassId>(subject);
  const revision = passById(station.db, passId)?.revision;
  const facts = passFacts(station, passId);
  if (!facts || revision === undefined) return { kind: 'done' }; // the person was erased: nothing to sign
  const content = passContent(facts, standardTemplate(station.settings.centreName));
  const issued = await station.passIssuing.issue(content);
  if (!issued.ok) {
    const { check } = issued.refusal;
    return { kind: waitsForCertificate(check) ? 'later' : 'failed', fault: check };
  }
  keepPassFile(station.db, { passId, revision, bytes: issued.value, signedAt: station.now() });
  return { kind: 'done' };
}
