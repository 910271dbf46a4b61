import type { Bilingual } from '../../domain/kernel/bilingual.ts';
import { ruleSentence } from '../../domain/passes/rule-texts.ts';
import type { RuleFault } from '../../domain/passes/template-rules.ts';
import { faultSentence } from './fault-texts.ts';
import type { PassFault } from './pass-fault.ts';
import type { TemplateFault } from './validate-template.ts';

/** Why a template is not published, and what to change. */
export function templateSentence(fault: TemplateFault): Bilingual {
  if ('part' in fault) return ruleSentence(fault satisfies RuleFault);
  if (fault.code !== 'model-rejected') return faultSentence(fault satisfies PassFault);
  return {
    de: `Das Pass-Modell nimmt die Vorlage so nicht an: ${fault.message}`,
    en: `The pass model does not accept the template like this: ${fault.message}`,
  };
}
