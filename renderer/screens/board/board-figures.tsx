import { useTranslation } from 'react-i18next';
import type { ChannelOutput } from '../../../contracts/ipc/station-contract.ts';
import { useFormats } from '../../i18n/use-formats.ts';

type Board = ChannelOutput<'board.now'>;

/** The day in four numbers; small below them the next half hour as the last one suggests it, and how long it takes. */
export function BoardFigures({ board }: { board: Board }) {
  const { t } = useTranslation();
  const { duration } = useFormats();
  const { counts, forecast, stageSeconds } = board;
  const minutes = (value: number | undefined) =>
    value === undefined ? t('board.figures.none') : duration(value);
  return (
    <section aria-label={t('board.title')}>
      <dl className="board-figures" data-testid="board-figures">
        <Figure
          name="arrived"
          label={t('board.figures.arrived')}
          value={t('board.figures.ofBooked', { count: counts.arrived, all: counts.booked })}
        />
        <Figure name="vaccinated" label={t('board.figures.vaccinated')} value={String(counts.vaccinated)} />
        <Figure name="overdue" label={t('board.figures.overdue')} value={String(counts.overdue)} />
        <Figure name="waitNow" label={t('board.figures.waitNow')} value={minutes(forecast.waitNowMinutes)} />
      </dl>
      <p className="board-medians" data-testid="board-ahead">
        <span className="station-dim">{t('board.figures.ahead')}:</span>
        <Small label={t('board.figures.arrivals')} value={String(forecast.arrivals)} />
        <Small
          label={t('board.figures.throughput')}
          value={forecast.throughput === undefined ? t('board.figures.none') : String(forecast.throughput)}
        />
        <Small label={t('board.figures.waitThen')} value={minutes(forecast.waitThenMinutes)} />
        {counts.noShow > 0 && <Small label={t('board.figures.noShow')} value={String(counts.noShow)} />}
      </p>
      <Medians seconds={stageSeconds} />
      {forecast.throughput === undefined && <p className="station-dim">{t('board.figures.noRate')}</p>}
    </section>
  );
}

/** How long each stage took; what nobody has been through yet is not shown. */
function Medians({ seconds }: { seconds: Board['stageSeconds'] }) {
  const { t } = useTranslation();
  const known = (['reception', 'vaccination', 'observation'] as const).flatMap((stage) => {
    const took = seconds[stage];
    return took === undefined ? [] : [[stage, took] as const];
  });
  if (known.length === 0) return null;
  return (
    <p className="board-medians">
      <span className="station-dim">{t('board.figures.median')}:</span>
      {known.map(([stage, took]) => (
        <Small key={stage} label={t(`board.stageShort.${stage}`)} value={clockOf(took)} />
      ))}
    </p>
  );
}

function Figure({ name, label, value }: { name: string; label: string; value: string }) {
  return (
    <div data-figure={name}>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  );
}

function Small({ label, value }: { label: string; value: string }) {
  return (
    <span>
      {label} <strong>{value}</strong>
    </span>
  );
}

/** Minutes and seconds: `4:05`. */
function clockOf(seconds: number): string {
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}
