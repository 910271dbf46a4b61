import './import-screen.css';
import { Button, Skeleton } from '@mantine/core';
import { type ReactNode, useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer } from '../../../contracts/ipc/answer.ts';
import { Page } from '../../../ui/page.tsx';
import { Said } from '../../../ui/said.tsx';
import { useRefusalSentence } from '../../components/use-refusal-sentence.ts';
import { useStation, useStationQuery } from '../../station-context.tsx';
import { ExportsSection } from './exports-section.tsx';
import { FileDrop } from './file-drop.tsx';
import { ImportRun } from './import-run.tsx';
import { PastImports } from './past-imports.tsx';
import { PreviewTable } from './preview-table.tsx';
import { ReadingOptions } from './reading-options.tsx';
import { sendFile } from './send-file.ts';
import { useFileLook } from './use-file-look.ts';

/** Lists in and out: choose a file, see how it is read, have every row checked, and only then save. */
export function ImportScreen(): ReactNode {
  const { t } = useTranslation();
  const client = useStation();
  const sentence = useRefusalSentence();
  const [message, setMessage] = useState<string>();
  const [isChoosing, setChoosing] = useState(false);
  const [isSending, setSending] = useState(false);
  const [waitingFor, setWaitingFor] = useState<string>();
  const onFault = useCallback(
    (fault: Extract<Answer, { ok: false }>) => setMessage(sentence(fault)),
    [sentence],
  );
  const chosen = useFileLook(onFault);
  const { data, refetch } = useStationQuery('import.progress', {}, ['import']);
  const current = data?.ok ? data.value.import : undefined;
  const isOver = current?.state === 'done' || current?.state === 'taken-back';
  const showsCurrent = current && !chosen.file && !(isOver && isChoosing);

  const send = async () => {
    const { file, look } = chosen;
    if (!file || !look) return;
    setMessage(undefined);
    setSending(true);
    const { format, plan } = look;
    const importId = crypto.randomUUID();
    const begin = { importId, format, ...(format === 'csv' ? { plan } : {}) };
    // What is refused at once can be mended here: until then the file and what was set for it stay.
    const fault = await sendFile(client, file, begin, {
      onBegun: () => {
        chosen.close();
        setChoosing(false);
        setSending(false);
      },
      onWaiting: (waiting) => setWaitingFor(waiting && reasonOf(waiting)),
    });
    setSending(false);
    setWaitingFor(undefined);
    if (fault && reasonOf(fault) !== 'import-unknown') onFault(fault);
    void refetch();
  };
  const said = message && (
    <Said tone="fault" testId="import-message">
      {message}
    </Said>
  );
  return (
    <Page title={t('import.title')} testId="import-screen">
      {!chosen.look && said}
      {isPassing(waitingFor) && (
        <Said tone="fault" testId="import-waiting">
          {t(`import.stopped.${waitingFor}`)} {t('import.stopped.sendsOn')}
        </Said>
      )}
      {!data && <Skeleton height={120} />}
      {data && !data.ok && <Said tone="fault">{sentence(data)}</Said>}
      {data?.ok && !showsCurrent && !chosen.file && (
        <FileDrop
          onFile={(file) => {
            setMessage(undefined);
            chosen.open(file);
          }}
        />
      )}
      {chosen.file && !chosen.look && <p role="status">{t('import.looking')}</p>}
      {chosen.file && chosen.look && (
        <>
          {chosen.look.format === 'csv' && (
            <ReadingOptions
              look={chosen.look}
              onColumns={(next) => {
                setMessage(undefined);
                chosen.changeColumns(next);
              }}
              onChange={(part) => {
                setMessage(undefined);
                chosen.change(part);
              }}
            />
          )}
          <PreviewTable rows={chosen.look.rows} />
          {said}
          <div className="import-actions">
            <Button loading={isSending} onClick={() => void send()} data-testid="import-check">
              {t('import.check')}
            </Button>
            <Button
              variant="default"
              onClick={() => {
                setMessage(undefined);
                chosen.close();
              }}
            >
              {t('import.otherFile')}
            </Button>
          </div>
        </>
      )}
      {showsCurrent && (
        <ImportRun
          key={current.importId}
          current={current}
          onAnother={() => setChoosing(true)}
          onFault={onFault}
          onCancelled={() => setMessage(t('import.cancelled'))}
        />
      )}
      <PastImports />
      <ExportsSection onFault={onFault} />
    </Page>
  );
}

function isPassing(reason: string | undefined): reason is 'disk-full' | 'disk-silent' | 'store-locked' {
  return reason === 'disk-full' || reason === 'disk-silent' || reason === 'store-locked';
}

function reasonOf(fault: Extract<Answer, { ok: false }>): string | undefined {
  return 'refusal' in fault ? fault.refusal.reason : undefined;
}
