import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonRecord } from '../../../contracts/ipc/people-contract.ts';
import { mayKeepRecords } from '../../../domain/people/who-may.ts';
import { Card } from '../../../ui/card.tsx';
import { useMay } from '../../session/use-may.ts';
import { CorrectDialog } from './correct-dialog.tsx';
import { useDetailRows } from './use-detail-rows.ts';

/** Master data and contact as they are now. */
export function DetailsSection({ record }: { record: PersonRecord }) {
  const { t } = useTranslation();
  const rows = useDetailRows();
  const [isCorrecting, setCorrecting] = useState(false);
  const mayCorrect = useMay(mayKeepRecords) && record.status === 'registered';
  return (
    <Card
      title={t('people.details')}
      actions={
        mayCorrect && (
          <Button size="compact-md" variant="light" onClick={() => setCorrecting(true)} data-testid="correct">
            {t('people.correct')}
          </Button>
        )
      }
    >
      <dl className="people-rows">
        {rows(record.details).map(({ name, label, value }) => (
          <div key={name}>
            <dt>{label}</dt>
            <dd>
              <bdi>{value}</bdi>
            </dd>
          </div>
        ))}
      </dl>
      {isCorrecting && <CorrectDialog record={record} onClose={() => setCorrecting(false)} />}
    </Card>
  );
}
