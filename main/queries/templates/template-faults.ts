import type { Bilingual } from '../../../domain/kernel/bilingual.ts';
import type { PassTemplate } from '../../../domain/passes/pass-template.ts';
import { templateSentence } from '../../../issuing/apple/template-fault-texts.ts';
import { templateFaults } from '../../../issuing/apple/validate-template.ts';
import type { Reads } from '../../context.ts';
import { passCentre } from '../passes/pass-facts.ts';
import { assetsOf } from './published-templates.ts';

export interface FaultInWords {
  /** Where in the designer it is mended. */
  readonly part?: string;
  readonly sentence: Bilingual;
}

/** Everything that keeps a template from being published, in words. */
export function faultsOfTemplate(station: Reads, template: PassTemplate): FaultInWords[] {
  const sample = { centre: passCentre(station), now: station.now() };
  return templateFaults(template, assetsOf(station.db, template), sample).map((fault) => ({
    ...('part' in fault ? { part: fault.part } : {}),
    sentence: templateSentence(fault),
  }));
}
