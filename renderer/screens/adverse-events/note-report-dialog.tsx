import { Radio, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ReportWay, reportWays } from '../../../domain/vaccination/adverse-events.ts';
import { CommandDialog } from '../../components/command-dialog.tsx';
import { useStationCommand } from '../../station-context.tsx';

/** The health office was told: how, and which one. */
export function NoteReportDialog({
  personId,
  adverseEventId,
  onClose,
}: {
  personId: string;
  adverseEventId: string;
  onClose(): void;
}) {
  const { t } = useTranslation();
  const { send } = useStationCommand('adverse-events.note-report');
  const [way, setWay] = useState<ReportWay>();
  const [office, setOffice] = useState('');
  return (
    <CommandDialog
      title={t('reactions.noteTitle')}
      submitLabel={t('reactions.note')}
      submitTestId="confirm-report"
      isReady={way !== undefined}
      send={async (requestId) =>
        way ? send({ requestId, personId, adverseEventId, way, office }) : undefined
      }
      onClose={onClose}
    >
      <p>{t('reactions.noteText')}</p>
      <Radio.Group
        label={t('reactions.way')}
        value={way ?? null}
        onChange={(value) => setWay(reportWays.find((each) => each === value))}
      >
        {reportWays.map((each) => (
          <Radio key={each} value={each} label={t(`reactions.ways.${each}`)} mt="xs" />
        ))}
      </Radio.Group>
      <TextInput
        label={t('reactions.office')}
        value={office}
        maxLength={200}
        autoComplete="off"
        onChange={(event) => setOffice(event.currentTarget.value)}
      />
    </CommandDialog>
  );
}
