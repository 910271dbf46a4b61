import { useTranslation } from 'react-i18next';
import type { PaperDoseCorrection } from '../../../contracts/ipc/dose-versions.ts';
import type { PersonRecord } from '../../../contracts/ipc/people-contract.ts';
import { useFormats } from '../../i18n/use-formats.ts';

/** What was read wrongly in a booklet, and what stands there since. */
export function PaperDoseCorrections({ record }: { record: PersonRecord }) {
  if (record.paperDoseCorrections.length === 0) return null;
  return (
    <ol className="people-versions" data-testid="paper-dose-corrections">
      {record.paperDoseCorrections.map((correction) => (
        <Correction key={correction.recordedAt} correction={correction} />
      ))}
    </ol>
  );
}

function Correction({
  correction: { recordedAt, by, note, before, after },
}: {
  correction: PaperDoseCorrection;
}) {
  const { t } = useTranslation();
  const { date, moment } = useFormats();
  const dayOf = ({ givenOn, isDayKnown }: PaperDoseCorrection['before']) =>
    isDayKnown ? date(givenOn) : t('person.atTheLatest', { date: date(givenOn) });
  const rows = (['day', 'productName', 'page', 'lot'] as const).map((name) => ({
    name,
    before: name === 'day' ? dayOf(before) : (before[name] ?? '–'),
    after: name === 'day' ? dayOf(after) : (after[name] ?? '–'),
  }));
  return (
    <li>
      <strong>{t('paperDose.corrected')}</strong>{' '}
      <span className="station-dim">
        {t('paperDose.by', { at: moment(recordedAt), by: by ?? t('people.byStation') })}
      </span>
      {rows
        .filter((row) => row.before !== row.after)
        .map((row) => (
          <p key={row.name} className="people-change">
            {t(`paperDose.${row.name}`)}: <del>{row.before}</del> <ins>{row.after}</ins>
          </p>
        ))}
      {note && <p>{note}</p>}
    </li>
  );
}
