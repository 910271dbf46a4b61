import type { PassId } from '../../domain/kernel/ids.ts';
import { type PassContent, passContent } from '../../domain/passes/pass-content.ts';
import type { PassTemplate } from '../../domain/passes/pass-template.ts';
import type { PassSigning } from '../context.ts';
import { passFacts } from '../queries/passes/pass-facts.ts';
import { keepPassFile, passById } from '../store/tables/passes/passes.ts';
import type { OutboxOutcome } from './outbox-outcome.ts';
import { type IssuedFile, waitsForCertificate } from './pass-issuing.ts';

/** Signs passes as they should look by now, whatever they were when the work was queued. Answers in their order. */
export async function signPasses(station: PassSigning, passIds: readonly PassId[]): Promise<OutboxOutcome[]> {
  const waiting = passIds.map((passId) => unsignedPass(station, passId));
  const files = new Map<UnsignedPass, IssuedFile>();
  const present = waiting.filter(isDefined);
  for (const template of new Set(present.map((pass) => pass.template))) {
    const passes = present.filter((pass) => pass.template === template);
    const contents = passes.map(({ content }) => content);
    const issued = await station.passIssuing.issue(template, contents);
    for (const [index, file] of issued.entries()) files.set(passes[index] as UnsignedPass, file);
  }
  const signedAt = station.now();
  return waiting.map((pass): OutboxOutcome => {
    const file = pass && files.get(pass);
    if (!file) return { kind: 'done' }; // the person was erased: nothing to sign
    if (!file.ok) {
      const { check } = file.refusal;
      return { kind: waitsForCertificate(check) ? 'later' : 'failed', fault: check };
    }
    const { passId, revision } = pass;
    return {
      kind: 'done',
      keep: (db) => keepPassFile(db, { passId, revision, file: file.value, signedAt }),
    };
  });
}

interface UnsignedPass {
  readonly passId: PassId;
  readonly revision: number;
  readonly template: PassTemplate;
  readonly content: PassContent;
}

function unsignedPass(station: PassSigning, passId: PassId): UnsignedPass | undefined {
  const pass = passById(station.db, passId);
  const facts = pass && passFacts(station, pass);
  if (!facts) return undefined;
  const template = station.templates.ofVersion(pass.template_version);
  return { passId, revision: pass.revision, template, content: passContent(facts, template) };
}

function isDefined<Value>(value: Value | undefined): value is Value {
  return value !== undefined;
}
