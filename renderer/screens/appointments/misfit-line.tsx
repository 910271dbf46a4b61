import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DatesOfPerson } from '../../../contracts/ipc/appointments-contract.ts';
import { KeyHint } from '../../../ui/key-hint.tsx';
import { useShortcut } from '../../../ui/use-shortcut.ts';
import { useRefusalSentence } from '../../components/use-refusal-sentence.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { useStationCommand } from '../../station-context.tsx';

/** A date that no longer fits the dose before it, and the one key that moves it to where it does. */
export function MisfitLine({
  personId,
  date,
  hasKey = false,
  onCancel,
}: {
  personId: string;
  date: DatesOfPerson['dates'][number];
  hasKey?: boolean;
  /** The date is not needed any more, and somebody wants it away. */
  onCancel(): void;
}) {
  const { t } = useTranslation();
  const formats = useFormats();
  const sentenceOf = useRefusalSentence();
  const { send, isBusy } = useStationCommand('appointments.move');
  const [refused, setRefused] = useState<string>();
  const { better, misfit, appointmentId } = date;
  const move = async () => {
    if (!better || isBusy) return;
    const { lane, startsAt } = better;
    const requestId = crypto.randomUUID();
    const answer = await send({ requestId, personId, appointmentId, lane, startsAt, reason: 'interval' });
    setRefused(answer.ok ? undefined : sentenceOf(answer));
  };
  useShortcut('F7', () => void move(), hasKey && better !== undefined);
  if (!misfit) return null;
  return (
    <p className="dates-warning dates-misfit" data-testid="misfit">
      <IconAlertTriangle size={20} aria-hidden />
      <span>{t(`dates.panel.misfit.${misfit}`)}</span>
      {better ? (
        <Button size="compact-md" loading={isBusy} onClick={() => void move()} data-testid="move-to-better">
          {t('dates.panel.better', { date: formats.date(better.day), clock: formats.clock(better.startsAt) })}
          {hasKey && <KeyHint name="F7" />}
        </Button>
      ) : (
        (misfit === 'too-early' || misfit === 'too-late') && <span>{t('dates.panel.noBetter')}</span>
      )}
      {misfit === 'superfluous' && (
        <Button size="compact-md" onClick={onCancel} data-testid="cancel-superfluous">
          {t('dates.panel.cancel')}
        </Button>
      )}
      {refused && <span role="alert">{refused}</span>}
    </p>
  );
}
