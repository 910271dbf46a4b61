import './draft-panel.css';
import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CommandDialog } from '../../components/command-dialog.tsx';
import { useRefusalSentence } from '../../components/use-refusal-sentence.ts';
import { useStationCommand } from '../../station-context.tsx';
import { PublishDialog } from './publish-dialog.tsx';
import { TemplateEditor } from './template-editor.tsx';
import type { TemplateList } from './template-list.tsx';
import { TemplatePreview } from './template-preview.tsx';
import { type Draft, useDraft } from './use-draft.ts';
import { useFaultsAt } from './use-faults-at.ts';

interface Props {
  readonly list: TemplateList;
  onGone(): void;
  onPublished(version: number): void;
}

/** A draft with its editor and its preview. */
export function DraftPanel({ draftId, ...props }: Props & { draftId: string }) {
  const { t } = useTranslation();
  const sentenceOf = useRefusalSentence();
  const draft = useDraft(draftId);
  if (draft.template) return <OpenDraft draft={draft} {...props} />;
  return (
    <div className="templates-middle" role={draft.failed ? 'alert' : 'status'}>
      {draft.failed ? sentenceOf(draft.failed) : t('templates.loading')}
    </div>
  );
}

function OpenDraft({ draft, list, onGone, onPublished }: Props & { draft: Draft }) {
  const { t } = useTranslation();
  const sentenceOf = useRefusalSentence();
  const faultsAt = useFaultsAt(draft.faults);
  const [dialog, setDialog] = useState<'publish' | 'discard'>();
  const close = () => setDialog(undefined);
  return (
    <>
      {/* A draft saves itself, also when the screen is left: only what could not be saved is asked about. */}
      <div className="templates-middle" data-entry={draft.failed ? undefined : 'none'}>
        <div className="templates-head">
          <TextInput
            label={t('templates.draftName')}
            value={draft.name}
            maxLength={80}
            error={draft.name.trim() === '' && t('templates.draftNameMissing')}
            onChange={(event) => draft.rename(event.currentTarget.value)}
          />
          <span role="status" data-testid="draft-state" data-state={draft.state}>
            {t(`templates.${draft.state}`)}
          </span>
          <Button variant="default" onClick={() => setDialog('discard')}>
            {t('templates.discard')}
          </Button>
          <Button onClick={() => setDialog('publish')} data-testid="publish">
            {t('templates.publish')}
          </Button>
        </div>
        {draft.failed && (
          <p role="alert" className="templates-fault">
            {sentenceOf(draft.failed)}
          </p>
        )}
        <p className={draft.faults.length > 0 ? 'templates-fault' : 'station-dim'} data-testid="fault-count">
          {draft.faults.length > 0
            ? t('templates.faults', { count: draft.faults.length })
            : t('templates.faultless')}
        </p>
        <TemplateEditor template={draft.template} faultsAt={faultsAt} change={draft.change} />
      </div>
      <TemplatePreview template={draft.template} list={list} />
      {dialog === 'publish' && (
        <PublishDialog
          draft={draft}
          list={list}
          onClose={close}
          onPublished={(version) => {
            close();
            onPublished(version);
          }}
        />
      )}
      {dialog === 'discard' && <DiscardDialog draft={draft} onClose={close} onDiscarded={onGone} />}
    </>
  );
}

function DiscardDialog({
  draft,
  onClose,
  onDiscarded,
}: {
  draft: Draft;
  onClose(): void;
  onDiscarded(): void;
}) {
  const { t } = useTranslation();
  const { send } = useStationCommand('templates.discard-draft');
  return (
    <CommandDialog
      title={t('templates.discard')}
      submitLabel={t('templates.discardConfirm')}
      isDangerous
      send={(requestId) => send({ requestId, draftId: draft.draftId })}
      onDone={() => void onDiscarded()}
      onClose={onClose}
    >
      <p>{t('templates.discardText', { name: draft.name })}</p>
    </CommandDialog>
  );
}
