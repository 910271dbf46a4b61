import { useTranslation } from 'react-i18next';
import type { JournalLine, ShownDifference } from '../../../contracts/ipc/stock-shown.ts';
import { wasteReasons } from '../../../domain/stock/events.ts';
import { Card } from '../../../ui/card.tsx';
import { useFormats } from '../../i18n/use-formats.ts';

/** Where books and shelf did not agree, and what happened last. */
export function HistoryTab({
  differences,
  journal,
}: {
  differences: readonly ShownDifference[];
  journal: readonly JournalLine[];
}) {
  const { t } = useTranslation();
  return (
    <div className="stock-tab">
      <Card title={t('stock.difference.title')}>
        {differences.length === 0 && <p className="station-dim">{t('stock.difference.none')}</p>}
        <ul data-testid="differences">
          {differences.map((each) => (
            <Difference key={`${each.at} ${each.kind} ${each.lot}`} difference={each} />
          ))}
        </ul>
      </Card>
      <Card title={t('stock.journal.title')}>
        {journal.length === 0 && <p className="station-dim">{t('stock.journal.none')}</p>}
        <ul data-testid="journal">
          {journal.map((line) => (
            <JournalEntry key={line.eventId} line={line} />
          ))}
        </ul>
      </Card>
    </div>
  );
}

function Difference({ difference }: { difference: ShownDifference }) {
  const { t } = useTranslation();
  const { moment } = useFormats();
  const { kind, at, product, lot, vials = 0, expected = 0, objections = [], from } = difference;
  const drawn = objections.map((each) => t(`stock.difference.drawn.${each}`));
  const moved = from ? [t('stock.difference.moved', { from: `${from.product} ${from.lot}` })] : [];
  return (
    <li>
      {moment(at)} · {product} {lot}:{' '}
      {kind === 'counted'
        ? t('stock.difference.counted', { expected, count: vials })
        : kind === 'never-received'
          ? t('stock.difference.neverReceived', { count: vials })
          : [...moved, ...drawn].join(' · ')}
    </li>
  );
}

function JournalEntry({ line }: { line: JournalLine }) {
  const { t } = useTranslation();
  const { moment, date } = useFormats();
  const { at, by, kind, product, lot, vials, doses, words, expiresOn } = line;
  const reason = kind === 'discarded' ? wasteReasons.find((each) => each === words) : undefined;
  const said = reason ? t(`stock.waste.${reason}`) : words;
  return (
    <li>
      {moment(at)} · {product} {lot}: {t(`stock.journal.${kind}`, { count: vials, doses })}
      {expiresOn && kind === 'extended' && ` ${date(expiresOn)}`}
      {said && ` (${said})`} {by && <span className="station-dim">{by}</span>}
    </li>
  );
}
