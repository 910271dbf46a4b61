import type { PassFace } from '../../../contracts/ipc/passes-contract.ts';
import type { Language } from '../../../domain/kernel/bilingual.ts';
import type { PersonId } from '../../../domain/kernel/ids.ts';
import { accept, type Result, refuse } from '../../../domain/kernel/result.ts';
import { faceOf } from '../../../domain/passes/face-of.ts';
import { passContent } from '../../../domain/passes/pass-content.ts';
import type { PassReads } from '../../context.ts';
import { passOf } from '../../store/tables/passes/passes.ts';
import { expectedPass } from './expected-pass.ts';
import { passFacts } from './pass-facts.ts';

/** The pass as the phone shows it, in one language; one that headquarters has yet to issue as it will be. */
export function passFace(
  station: PassReads,
  personId: PersonId,
  language: Language,
): Result<PassFace, 'person-unknown' | 'pass-missing'> {
  const pass = passOf(station.db, personId) ?? expectedPass(station, personId);
  if (!pass) return refuse('pass-missing');
  const facts = passFacts(station, pass);
  if (!facts) return refuse('person-unknown');
  const template = station.templates.ofVersion(pass.template_version);
  return accept(faceOf(passContent(facts, template), template, language));
}
