import { Button } from '@mantine/core';
import { IconArrowsExchange } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer } from '../../../contracts/ipc/answer.ts';
import { useRefusalSentence } from '../../components/use-refusal-sentence.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { useNavigation } from '../../navigation.tsx';
import { useStationCommand } from '../../station-context.tsx';
import { LikelyDuplicates } from './likely-duplicates.tsx';
import { PersonFields } from './person-fields.tsx';
import { checkForm, type FormFault, formOfTyped } from './person-form.ts';

/** Somebody new. Who may be in the register already is shown while the form is filled; nothing is blocked by it. */
export function RegisterForm({ typed }: { typed: string }) {
  const { t } = useTranslation();
  const { go } = useNavigation();
  const { date, today } = useFormats();
  const sentenceOf = useRefusalSentence();
  const { send, isBusy } = useStationCommand('people.register');
  const [requestId] = useState(() => crypto.randomUUID());
  const [form, setForm] = useState(() => formOfTyped(typed, new Date().getFullYear(), date));
  const [fault, setFault] = useState<FormFault>();
  const [failed, setFailed] = useState<Extract<Answer, { ok: false }>>();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const checked = checkForm(form, today());
    setFailed(undefined);
    setFault('fault' in checked ? checked.fault : undefined);
    if ('fault' in checked) return;
    const answer = await send({ requestId, details: checked.details });
    if (answer.ok) go({ screen: 'people', personId: answer.value.personId });
    else setFailed(answer);
  };
  return (
    <div className="people-columns">
      <form
        className="people-card"
        onSubmit={submit}
        aria-label={t('people.registerTitle')}
        data-testid="register-form"
      >
        <h2 className="people-heading">{t('people.registerTitle')}</h2>
        <PersonFields
          form={form}
          fault={fault}
          onChange={(next) => {
            setForm(next);
            setFault(undefined);
          }}
        />
        {failed && <p role="alert">{sentenceOf(failed)}</p>}
        <div className="people-actions">
          <Button
            variant="subtle"
            leftSection={<IconArrowsExchange size={18} aria-hidden />}
            onClick={() => setForm({ ...form, givenName: form.familyName, familyName: form.givenName })}
          >
            {t('people.swapNames')}
          </Button>
          <Button variant="default" onClick={() => go({ screen: 'people' })}>
            {t('cancel')}
          </Button>
          <Button type="submit" loading={isBusy} data-testid="register">
            {t('people.register')}
          </Button>
        </div>
      </form>
      <LikelyDuplicates form={form} />
    </div>
  );
}
