import { useTranslation } from 'react-i18next';
import type { ConsentView } from '../../../contracts/ipc/consent-contract.ts';

/** How a consent was given and by whom, as one phrase. */
export function useConsentWords() {
  const { t } = useTranslation();
  return ({ form, party }: ConsentView): string => {
    if (!form || !party) return t('consent.unreadable');
    const reference = form.kind === 'paper' ? ` (${form.reference})` : '';
    const how = `${t(`consent.kinds.${form.kind}`)}${reference}`;
    if (party.who === 'self') return how;
    if (party.who === 'self-judged') return `${how}, ${t('consent.judgedCapable')}`;
    const relation = t(`consent.relations.${party.relation}`);
    const guardian = t('consent.forPerson', { name: party.name, relation });
    return `${how}, ${guardian}${party.isPresent ? '' : `, ${t('consent.absent')}`}`;
  };
}
