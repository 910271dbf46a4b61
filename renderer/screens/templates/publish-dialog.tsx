import { Button, Checkbox } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer } from '../../../contracts/ipc/answer.ts';
import type { Bilingual } from '../../../domain/kernel/bilingual.ts';
import { templateDifferences } from '../../../domain/passes/template-differences.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { useRefusalSentence } from '../../components/use-refusal-sentence.ts';
import { useStationCommand, useStationQuery } from '../../station-context.tsx';
import { BothLanguages } from './both-languages.tsx';
import { Differences } from './differences.tsx';
import type { TemplateList } from './template-list.tsx';
import type { Draft } from './use-draft.ts';

/** What changes, what holds it up, and how many passes it concerns: before anything is published. */
export function PublishDialog({
  draft,
  list,
  onClose,
  onPublished,
}: {
  draft: Draft;
  list: TemplateList;
  onClose(): void;
  onPublished(version: number): void;
}) {
  const { t } = useTranslation();
  const sentenceOf = useRefusalSentence();
  const { send, isBusy } = useStationCommand('templates.publish');
  const [requestId] = useState(() => crypto.randomUUID());
  const [push, setPush] = useState(true);
  const [message, setMessage] = useState<Bilingual>({ de: '', en: '' });
  const [failed, setFailed] = useState<Extract<Answer, { ok: false }>>();
  const current = list.versions[0];
  const passes = list.versions.reduce((sum, version) => sum + version.passes, 0);
  const differences = useMemo(
    () => (current ? templateDifferences(current.template, draft.template) : []),
    [current, draft.template],
  );
  const { data: check } = useStationQuery('templates.check', { template: draft.template }, []);
  const faults = check?.ok ? check.value.faults : undefined;
  const isPushed = push && passes > 0;
  const confirm = async () => {
    setFailed(undefined);
    if (!(await draft.save())) return onClose();
    const answer = await send({
      requestId,
      draftId: draft.draftId,
      push: isPushed,
      ...(isPushed && message.de + message.en !== '' ? { message } : {}),
    });
    if (!answer.ok) return setFailed(answer);
    onPublished(answer.value.version);
  };
  return (
    <Dialog
      opened
      onClose={onClose}
      size="xl"
      title={t('templates.dialog.title', { version: (current?.version ?? 0) + 1 })}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <Differences differences={differences} />
      {!faults && <p role="status">{t('templates.dialog.checking')}</p>}
      {faults && faults.length > 0 && <FaultList sentences={faults.map(({ sentence }) => sentence)} />}
      {passes === 0 ? (
        <p>{t('templates.dialog.pushNone')}</p>
      ) : (
        <>
          <Checkbox
            mt="md"
            label={t('templates.dialog.push', { count: passes })}
            description={t('templates.dialog.pushHint')}
            checked={push}
            onChange={(event) => setPush(event.currentTarget.checked)}
            data-testid="push-all"
          />
          {push && (
            <>
              <p className="station-dim">{t('templates.dialog.messageHint')}</p>
              <BothLanguages label={t('templates.dialog.message')} value={message} onChange={setMessage} />
            </>
          )}
        </>
      )}
      {failed && (
        <p role="alert" className="templates-fault">
          {sentenceOf(failed)}
        </p>
      )}
      <div className="templates-actions">
        <Button variant="default" size="md" onClick={onClose}>
          {t('cancel')}
        </Button>
        <Button
          size="md"
          loading={isBusy}
          disabled={!faults || faults.length > 0 || differences.length === 0}
          onClick={() => void confirm()}
          data-testid="confirm-publish"
        >
          {isPushed ? t('templates.dialog.confirmPush', { count: passes }) : t('templates.dialog.confirm')}
        </Button>
      </div>
    </Dialog>
  );
}

function FaultList({ sentences }: { sentences: readonly Bilingual[] }) {
  const { t, i18n } = useTranslation();
  const language = i18n.language === 'en' ? 'en' : 'de';
  return (
    <div role="alert" className="templates-fault">
      <strong>{t('templates.dialog.faults')}</strong>
      <ul>
        {sentences.map((sentence) => (
          <li key={sentence.de}>{sentence[language]}</li>
        ))}
      </ul>
    </div>
  );
}
