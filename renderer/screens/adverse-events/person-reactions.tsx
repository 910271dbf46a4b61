import './adverse-events.css';
import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AdverseEventView } from '../../../contracts/ipc/adverse-events-contract.ts';
import type { Answer } from '../../../contracts/ipc/answer.ts';
import { firstPress } from '../../../ui/first-press.ts';
import { saveFile } from '../../../ui/save-file.ts';
import { useRefusalSentence } from '../../components/use-refusal-sentence.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { useStationCommand, useStationQuery } from '../../station-context.tsx';
import { NoteReportDialog } from './note-report-dialog.tsx';
import { RecordReactionDialog } from './record-reaction-dialog.tsx';

/** What somebody reacted to and how, what the health office knows of it, and the way to say that there was one. */
export function PersonReactions({ personId }: { personId: string }) {
  const { t } = useTranslation();
  const sentenceOf = useRefusalSentence();
  const { data } = useStationQuery('adverse-events.of-person', { personId }, ['people', 'desk', 'board']);
  const [isRecording, setRecording] = useState(false);
  if (!data) return null;
  if (!data.ok) return <p role="alert">{sentenceOf(data)}</p>;
  const { person, doses, entries, now } = data.value;
  return (
    <div className="reactions">
      {entries.length === 0 && <p className="station-dim">{t('reactions.none')}</p>}
      <ul className="reactions-list" data-testid="reactions">
        {entries.map((entry) => (
          <Reaction key={entry.adverseEventId} entry={entry} personId={personId} />
        ))}
      </ul>
      <div>
        <Button
          variant="light"
          disabled={doses.length === 0}
          onClick={() => setRecording(true)}
          data-testid="record-reaction"
        >
          {t('reactions.record')}
        </Button>
      </div>
      {isRecording && (
        <RecordReactionDialog person={person} doses={doses} now={now} onClose={() => setRecording(false)} />
      )}
    </div>
  );
}

function Reaction({ entry, personId }: { entry: AdverseEventView; personId: string }) {
  const { t } = useTranslation();
  const { moment, date, language } = useFormats();
  const sentenceOf = useRefusalSentence();
  const paper = useStationCommand('adverse-events.paper');
  const [isNoting, setNoting] = useState(false);
  const [failed, setFailed] = useState<Extract<Answer, { ok: false }>>();
  const { adverseEventId, dose, kinds, beganAt, course, dueAt, reported } = entry;
  const take = async () => {
    const answer = await paper.send({ personId, adverseEventId, language });
    setFailed(answer.ok ? undefined : answer);
    if (answer.ok) saveFile(answer.value);
  };
  return (
    <li>
      <p>
        <strong>{kinds.map((kind) => t(`reactions.kinds.${kind}`)).join(', ')}</strong>
        {dose &&
          ` · ${t('reactions.after', { product: dose.productName, lot: dose.lot, date: date(dose.givenOn) })}`}
      </p>
      <p className="station-dim">
        {beganAt && t('reactions.began', { at: moment(beganAt) })}
        {course && ` · ${t(`reactions.courses.${course}`)}`}
      </p>
      {entry.description !== '' && <p>{entry.description}</p>}
      {entry.measures !== '' && <p>{t('reactions.done', { measures: entry.measures })}</p>}
      <p data-testid="report-state">
        {reported
          ? t('reactions.reported', {
              at: moment(reported.at),
              way: t(`reactions.ways.${reported.way}`),
              office: reported.office ?? '',
            })
          : dueAt
            ? t('reactions.due', { at: moment(dueAt) })
            : t('reactions.notReportable')}
      </p>
      <div className="reactions-actions">
        <Button
          variant="default"
          size="compact-md"
          loading={paper.isBusy}
          leftSection={<IconDownload size={16} aria-hidden />}
          onClick={firstPress(() => void take())}
          data-testid="reaction-paper"
        >
          {t('reactions.paper')}
        </Button>
        {dueAt && !reported && (
          <Button size="compact-md" onClick={() => setNoting(true)} data-testid="note-report">
            {t('reactions.note')}
          </Button>
        )}
      </div>
      {failed && <p role="alert">{sentenceOf(failed)}</p>}
      {isNoting && (
        <NoteReportDialog
          personId={personId}
          adverseEventId={adverseEventId}
          onClose={() => setNoting(false)}
        />
      )}
    </li>
  );
}
