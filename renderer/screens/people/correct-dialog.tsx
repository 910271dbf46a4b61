import { Button, NativeSelect } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer } from '../../../contracts/ipc/answer.ts';
import type { PersonRecord } from '../../../contracts/ipc/people-contract.ts';
import type { CorrectionReason } from '../../../domain/people/events.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { useRefusalSentence } from '../../components/use-refusal-sentence.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { useStationCommand } from '../../station-context.tsx';
import { PersonFields } from './person-fields.tsx';
import { checkForm, type FormFault, formOf } from './person-form.ts';

const reasons: readonly CorrectionReason[] = ['typing-error', 'changed', 'other'];

/** A new version of the master data; the one before stays in the record. */
export function CorrectDialog({ record, onClose }: { record: PersonRecord; onClose(): void }) {
  const { t } = useTranslation();
  const { date, today } = useFormats();
  const sentenceOf = useRefusalSentence();
  const { send, isBusy } = useStationCommand('people.correct');
  const [requestId] = useState(() => crypto.randomUUID());
  const [form, setForm] = useState(() => formOf(record.details, date));
  const [why, setWhy] = useState<CorrectionReason>('typing-error');
  const [fault, setFault] = useState<FormFault>();
  const [failed, setFailed] = useState<Extract<Answer, { ok: false }>>();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const checked = checkForm(form, today(), record.details);
    setFault('fault' in checked ? checked.fault : undefined);
    if ('fault' in checked) return;
    const { country } = record.details;
    const details = { ...checked.details, ...(country ? { country } : {}) };
    const answer = await send({ requestId, personId: record.personId, details, why });
    if (answer.ok) onClose();
    else setFailed(answer);
  };
  return (
    <Dialog
      opened
      onClose={onClose}
      size="xl"
      title={t('people.correctTitle')}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <form onSubmit={submit} data-testid="correct-form">
        <p className="station-dim">{t('people.correctText')}</p>
        <PersonFields form={form} fault={fault} onChange={setForm} />
        <NativeSelect
          mt="md"
          label={t('people.why')}
          value={why}
          onChange={(event) => setWhy(event.currentTarget.value as CorrectionReason)}
          data={reasons.map((value) => ({ value, label: t(`people.correctionReasons.${value}`) }))}
        />
        {failed && <p role="alert">{sentenceOf(failed)}</p>}
        <div className="people-actions">
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button type="submit" loading={isBusy} data-testid="save-correction">
            {t('people.saveCorrection')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
