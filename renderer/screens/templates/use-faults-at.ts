import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '../../../domain/kernel/bilingual.ts';
import { ruleSentence } from '../../../domain/passes/rule-texts.ts';
import type { RuleFault } from '../../../domain/passes/template-rules.ts';

/** What is wrong at one part of a template, in words; with a language only what that one text lacks or all texts do. */
export type FaultsAt = (part: string, language?: Language) => string | undefined;

export function useFaultsAt(faults: readonly RuleFault[]): FaultsAt {
  const { i18n } = useTranslation();
  const shown = i18n.language === 'en' ? 'en' : 'de';
  return useMemo(
    () => (part, language) => {
      const here = faults.filter(
        (fault) => fault.part === part && !(language && 'language' in fault && fault.language !== language),
      );
      return here.length === 0 ? undefined : here.map((fault) => ruleSentence(fault)[shown]).join(' ');
    },
    [faults, shown],
  );
}
