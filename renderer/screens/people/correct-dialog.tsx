import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonRecord } from '../../../contracts/ipc/people-contract.ts';
import type { CorrectionReason } from '../../../domain/people/events.ts';
import { CommandDialog } from '../../components/command-dialog.tsx';
import { useFormats } from '../../i18n/use-formats.ts';
import { useStationCommand } from '../../station-context.tsx';
import { PersonFields } from './person-fields.tsx';
import { checkForm, type FormFault, formOf } from './person-form.ts';

const reasons: readonly CorrectionReason[] = ['typing-error', 'changed', 'other'];

/** A new version of the master data; the one before stays in the record. */
export function CorrectDialog({ record, onClose }: { record: PersonRecord; onClose(): void }) {
  const { t } = useTranslation();
  const { date, today } = useFormats();
  const { send } = useStationCommand('people.correct');
  const [form, setForm] = useState(() => formOf(record.details, date));
  const [why, setWhy] = useState<CorrectionReason>('typing-error');
  const [fault, setFault] = useState<FormFault>();
  const correct = async (requestId: string) => {
    const checked = checkForm(form, today(), record.details);
    setFault('fault' in checked ? checked.fault : undefined);
    if ('fault' in checked) return undefined;
    const { country } = record.details;
    const details = { ...checked.details, ...(country ? { country } : {}) };
    return send({ requestId, personId: record.personId, details, why });
  };
  return (
    <CommandDialog
      size="xl"
      title={t('people.correctTitle')}
      submitLabel={t('people.saveCorrection')}
      testId="correct-form"
      submitTestId="save-correction"
      send={correct}
      onClose={onClose}
    >
      <p className="station-dim">{t('people.correctText')}</p>
      <PersonFields form={form} fault={fault} onChange={setForm} />
      <NativeSelect
        label={t('people.why')}
        value={why}
        onChange={(event) => setWhy(event.currentTarget.value as CorrectionReason)}
        data={reasons.map((value) => ({ value, label: t(`people.correctionReasons.${value}`) }))}
      />
    </CommandDialog>
  );
}
