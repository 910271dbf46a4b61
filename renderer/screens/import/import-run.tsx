import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Answer } from '../../../contracts/ipc/answer.ts';
import type { ImportCountsView } from '../../../contracts/ipc/import-contract.ts';
import type { ChannelOutput } from '../../../contracts/ipc/station-contract.ts';
import { useStationCommand } from '../../station-context.tsx';
import { ErrorFileButton, ListedRows } from './listed-rows.tsx';

export type CurrentImport = NonNullable<ChannelOutput<'import.progress'>['import']>;

const shownCounts = [
  'rows',
  'added',
  'extended',
  'corrected',
  'unchanged',
  'changed',
  'duplicates',
  'refused',
  'joined',
  'skipped',
] as const;

/** The import that is on: how far it is, what became of the rows, and what to do next. */
export function ImportRun({
  current,
  onAnother,
  onFault,
  onCancelled,
}: {
  current: CurrentImport;
  onAnother(): void;
  onFault(fault: Extract<Answer, { ok: false }>): void;
  onCancelled(): void;
}) {
  const { t } = useTranslation();
  const run = useStationCommand('import.run');
  const cancel = useStationCommand('import.cancel');
  const { importId, state, counts, fileName, stopped } = current;
  const isOver = state === 'done' || state === 'taken-back';
  const isWorking =
    state === 'reading' || state === 'checking' || state === 'writing' || state === 'taking-back';
  const isHalfWritten = state === 'writing' || state === 'taking-back';
  const toWrite = counts.added + counts.extended + current.chosen;
  const listed = counts.refused + counts.duplicates + counts.changed;
  const stop = async () => {
    const answer = await cancel.send({ importId });
    if (!answer.ok) onFault(answer);
    else if (state !== 'writing') onCancelled();
  };
  const start = async () => {
    const answer = await run.send({ importId });
    if (!answer.ok) onFault(answer);
  };
  return (
    <>
      <section className="card" aria-labelledby="import-state" data-testid="import-run" data-state={state}>
        <h3 id="import-state" role="status">
          {stopped ? t('import.stopped.title') : t(`import.state.${state}`)}
        </h3>
        {stopped && <p role="alert">{t(`import.stopped.${stopped}`)}</p>}
        {stopped && <p>{t(`import.stopped.${whatNext(state)}`)}</p>}
        <p className="station-dim">{fileName}</p>
        {isWorking && <Bar done={current.done} total={current.total} />}
        {state === 'writing' && !stopped && <p>{t('import.stays')}</p>}
        {state !== 'reading' && <Counts counts={counts} />}
        {state === 'done' && current.passes > 0 && <p>{t('import.passes', { count: current.passes })}</p>}
        {current.kept > 0 && <p>{t('import.keptSome', { count: current.kept })}</p>}
        {current.noted > 0 && !isWorking && <p>{t('import.noted', { count: current.noted })}</p>}
        {state === 'ready' && counts.duplicates + counts.changed > 0 && <p>{t('import.choice.hint')}</p>}
        {(state === 'ready' || listed > 0) && !isWorking && <p className="station-dim">{t('import.kept')}</p>}
        <div className="import-actions">
          {stopped && isHalfWritten && (
            <Button
              onClick={() => void (state === 'writing' ? start() : stop())}
              disabled={run.isBusy || cancel.isBusy}
              data-testid="import-go-on"
            >
              {t('import.stopped.goOn')}
            </Button>
          )}
          {state === 'ready' && (
            <Button
              onClick={() => void start()}
              disabled={toWrite === 0 || run.isBusy}
              data-testid="import-start"
            >
              {toWrite === 0 ? t('import.runNothing') : t('import.run', { count: toWrite })}
            </Button>
          )}
          {!isOver && state !== 'taking-back' && (
            <Button
              variant="default"
              onClick={() => void stop()}
              disabled={cancel.isBusy}
              data-testid="import-cancel"
            >
              {t('cancel')}
            </Button>
          )}
          {isOver && <Button onClick={onAnother}>{t('import.another')}</Button>}
          {listed + current.noted > 0 && !isWorking && (
            <ErrorFileButton importId={importId} fileName={fileName} />
          )}
        </div>
      </section>
      {!isWorking && (
        <>
          {counts.refused > 0 && <ListedRows importId={importId} verdict="refused" state={state} />}
          {counts.duplicates > 0 && <ListedRows importId={importId} verdict="duplicate" state={state} />}
          {counts.changed > 0 && <ListedRows importId={importId} verdict="changed" state={state} />}
        </>
      )}
    </>
  );
}

/** What comes of an import that stands still; what was checked is kept and written by nobody yet. */
function whatNext(state: CurrentImport['state']): 'goesOn' | 'checksOn' | 'again' {
  if (state === 'checking') return 'checksOn';
  return state === 'writing' || state === 'taking-back' ? 'goesOn' : 'again';
}

function Bar({ done, total }: { done: number; total: number }) {
  const { t, i18n } = useTranslation();
  const numbers = new Intl.NumberFormat(i18n.language);
  const label = t('import.progress', { done: numbers.format(done), total: numbers.format(total) });
  return (
    <div className="import-bar">
      <progress value={done} max={Math.max(1, total)} aria-label={label} />
      <span>{Math.floor((100 * done) / Math.max(1, total))} %</span>
    </div>
  );
}

function Counts({ counts }: { counts: ImportCountsView }) {
  const { t, i18n } = useTranslation();
  const numbers = new Intl.NumberFormat(i18n.language);
  return (
    <dl className="import-counts" data-testid="import-counts">
      {shownCounts
        .filter((name) => name === 'rows' || name === 'added' || counts[name] > 0)
        .map((name) => (
          <div key={name} data-count={name}>
            <dd>{numbers.format(counts[name])}</dd>
            <dt>{t(`import.counts.${name}`)}</dt>
          </div>
        ))}
    </dl>
  );
}
