import './templates-screen.css';
import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer } from '../../../contracts/ipc/answer.ts';
import { plainDateAt } from '../../../domain/kernel/instant.ts';
import { Card } from '../../../ui/card.tsx';
import { useRefusalSentence } from '../../components/use-refusal-sentence.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { useStationCommand, useStationQuery } from '../../station-context.tsx';
import { DraftPanel } from './draft-panel.tsx';
import { PushPanel } from './push-panel.tsx';
import { type Selection, type TemplateList, TemplateListPanel } from './template-list.tsx';
import { TemplatePreview } from './template-preview.tsx';

/** The designer: versions and drafts at the left, the draft in the middle, the pass as the phone shows it at the right. */
export function TemplatesScreen(): ReactNode {
  const { t } = useTranslation();
  const sentenceOf = useRefusalSentence();
  const { data, refetch } = useStationQuery('templates.list', {}, ['templates', 'passes']);
  if (!data) return <main className="templates-wait">{t('templates.loading')}</main>;
  if (!data.ok)
    return (
      <main className="templates-wait" role="alert">
        <p>{t('templates.broken')}</p>
        <p>{sentenceOf(data)}</p>
        <Button onClick={() => void refetch()}>{t('templates.again')}</Button>
      </main>
    );
  return <Designer list={data.value} />;
}

function Designer({ list }: { list: TemplateList }) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<Selection>();
  const selection = present(chosen, list);
  return (
    <main className="templates" data-testid="templates">
      <TemplateListPanel list={list} selection={selection} onSelect={setChosen} />
      <div className="templates-main">
        <h2 className="page-title">{t('templates.title')}</h2>
        <PushPanel list={list} />
      </div>
      {selection.kind === 'draft' ? (
        <DraftPanel
          key={selection.draftId}
          draftId={selection.draftId}
          list={list}
          onGone={() => setChosen({ kind: 'version', version: list.versions[0]?.version ?? 1 })}
          onPublished={(version) => setChosen({ kind: 'version', version })}
        />
      ) : (
        <VersionPanel
          version={selection.version}
          list={list}
          onDraft={(draftId) => setChosen({ kind: 'draft', draftId })}
        />
      )}
    </main>
  );
}

/** What was chosen, while it is there; else the draft changed last, else the version in force. */
function present(chosen: Selection | undefined, { drafts, versions }: TemplateList): Selection {
  const [draft] = drafts;
  if (chosen) return chosen;
  return draft
    ? { kind: 'draft', draftId: draft.draftId }
    : { kind: 'version', version: versions[0]?.version ?? 1 };
}

function VersionPanel({
  version,
  list,
  onDraft,
}: {
  version: number;
  list: TemplateList;
  onDraft(draftId: string): void;
}) {
  const { t } = useTranslation();
  const { date } = useFormats();
  const sentenceOf = useRefusalSentence();
  const { send, isBusy } = useStationCommand('templates.save-draft');
  const [failed, setFailed] = useState<Extract<Answer, { ok: false }>>();
  const shown = list.versions.find((each) => each.version === version) ?? list.versions[0];
  if (!shown) return undefined;
  const template = shown.template;
  const begin = async () => {
    const draftId = crypto.randomUUID();
    const name = t('templates.newDraft', { date: date(plainDateAt(list.now, list.centre.timeZone)) });
    const answer = await send({ requestId: crypto.randomUUID(), draftId, name, template });
    if (answer.ok) onDraft(draftId);
    else setFailed(answer);
  };
  return (
    <>
      <div className="templates-middle">
        <Card title={t('templates.version', { version: shown.version })}>
          <p>{t('templates.readOnly')}</p>
          <Button size="md" loading={isBusy} onClick={() => void begin()} data-testid="new-draft">
            {t('templates.draftFrom')}
          </Button>
          {failed && (
            <p role="alert" className="templates-fault">
              {sentenceOf(failed)}
            </p>
          )}
        </Card>
      </div>
      <TemplatePreview template={template} list={list} />
    </>
  );
}
