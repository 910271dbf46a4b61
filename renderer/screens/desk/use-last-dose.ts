import { useTranslation } from 'react-i18next';
import type { PersonCard } from '../../../contracts/ipc/person-card.ts';
import { useFormats } from '../../i18n/use-formats.ts';

/** Who gave what when, of the dose recorded last; undefined where none counts. */
export function useLastDose(card: PersonCard | undefined): string | undefined {
  const { t } = useTranslation();
  const formats = useFormats();
  const last = card?.doses
    .filter(({ isVoided, elsewhere, isOtherSeries }) => !isVoided && !elsewhere && !isOtherSeries)
    .at(-1);
  if (!last) return undefined;
  const { ordinal, lot, vaccinator } = last;
  const facts = { ordinal, lot, date: formats.date(last.givenOn), clock: formats.clock(last.recordedAt) };
  return vaccinator ? t('dose.lastGivenBy', { ...facts, name: vaccinator }) : t('dose.lastGiven', facts);
}
