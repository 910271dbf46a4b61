import { Radio } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonBrief } from '../../contracts/ipc/person-brief.ts';
import type { PersonCard } from '../../contracts/ipc/person-card.ts';
import { type VisitEndReason, visitEndReasons } from '../../domain/appointments/events.ts';
import { useStationCommand } from '../station-context.tsx';
import { CommandDialog } from './command-dialog.tsx';
import { PersonLine } from './person-line.tsx';

/** Somebody who is here leaves without a dose: why, by the arrows, and Enter. */
export function EndVisitDialog({
  person,
  visitId,
  onEnded,
  onClose,
}: {
  person: PersonBrief;
  visitId: string;
  onEnded?(card: PersonCard): void;
  onClose(): void;
}) {
  const { t } = useTranslation();
  const { send } = useStationCommand('desk.end-visit');
  const [reason, setReason] = useState<VisitEndReason>();
  const { personId } = person;
  return (
    <CommandDialog
      title={t('visit.endTitle')}
      submitLabel={t('visit.confirm')}
      isReady={reason !== undefined}
      about={reason}
      testId="end-visit"
      submitTestId="confirm-end-visit"
      send={async (requestId) => {
        if (!reason) return undefined;
        const answer = await send({ requestId, personId, visitId, reason });
        if (answer.ok) onEnded?.(answer.value);
        return answer;
      }}
      onClose={onClose}
    >
      <PersonLine person={person} />
      <Radio.Group
        label={t('visit.why')}
        value={reason ?? null}
        onChange={(value) => setReason(value as VisitEndReason)}
      >
        {visitEndReasons.map((each, index) => (
          <Radio
            key={each}
            value={each}
            label={t(`visit.reasons.${each}`)}
            mt="xs"
            {...(index === 0 ? { 'data-autofocus': true } : {})}
          />
        ))}
      </Radio.Group>
      <p>{t('visit.after')}</p>
    </CommandDialog>
  );
}
