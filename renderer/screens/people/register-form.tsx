import { Button } from '@mantine/core';
import { IconArrowsExchange } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer } from '../../../contracts/ipc/answer.ts';
import type { LikelyDuplicate } from '../../../contracts/ipc/people-contract.ts';
import type { PersonDetails } from '../../../domain/people/events.ts';
import { Page } from '../../../ui/page.tsx';
import { Said } from '../../../ui/said.tsx';
import { useRefusalSentence } from '../../components/use-refusal-sentence.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { useNavigation } from '../../navigation.tsx';
import { useStation, useStationCommand } from '../../station-context.tsx';
import { KnownPersonDialog } from './known-person-dialog.tsx';
import { LikelyDuplicates } from './likely-duplicates.tsx';
import { PersonFields } from './person-fields.tsx';
import { checkForm, type FormFault, formOfTyped } from './person-form.ts';

/**
 * Somebody new. Who may be known already is shown beside the form; who can hardly be another is asked about once. Whoever
 * waits at the desk is open there afterwards, everybody else in their record.
 */
export function RegisterForm({ typed, isForDesk }: { typed: string; isForDesk: boolean }) {
  const { t } = useTranslation();
  const { go } = useNavigation();
  const screen = isForDesk ? 'desk' : 'people';
  const leave = () => go({ screen });
  const { date, today } = useFormats();
  const sentenceOf = useRefusalSentence();
  const { ask } = useStation();
  const { send, isBusy } = useStationCommand('people.register');
  const [requestId] = useState(() => crypto.randomUUID());
  const [form, setForm] = useState(() => formOfTyped(typed, today(), date));
  const [fault, setFault] = useState<FormFault>();
  const [question, setQuestion] = useState<{ known: LikelyDuplicate[]; details: PersonDetails }>();
  const [failed, setFailed] = useState<Extract<Answer, { ok: false }>>();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const checked = checkForm(form, today());
    setFailed(undefined);
    setFault('fault' in checked ? checked.fault : undefined);
    if ('fault' in checked) return;
    // What is beside the form may be older than what stands in it.
    const likely = await ask('people.likely-duplicates', { details: checked.details });
    const known = likely.ok ? likely.value.hits.filter(({ isNearCertain }) => isNearCertain) : [];
    if (known.length > 0) setQuestion({ known, details: checked.details });
    else await register(checked.details);
  };
  const register = async (details: PersonDetails) => {
    const answer = await send({ requestId, details });
    if (answer.ok) go({ screen, personId: answer.value.personId });
    else setFailed(answer);
  };
  return (
    <Page
      title={t('people.registerTitle')}
      back={{ name: t(isForDesk ? 'people.backToDesk' : 'people.back'), onBack: leave }}
      testId="people"
    >
      <div className="people-columns">
        <form
          className="card"
          onSubmit={submit}
          aria-label={t('people.registerTitle')}
          ref={focusFirst}
          data-testid="register-form"
        >
          <PersonFields
            form={form}
            fault={fault}
            onChange={(next) => {
              setForm(next);
              setFault(undefined);
            }}
          />
          {failed && <Said tone="fault">{sentenceOf(failed)}</Said>}
          <div className="people-actions">
            <Button
              variant="subtle"
              leftSection={<IconArrowsExchange size={18} aria-hidden />}
              onClick={() => setForm({ ...form, givenName: form.familyName, familyName: form.givenName })}
            >
              {t('people.swapNames')}
            </Button>
            <Button variant="default" onClick={leave}>
              {t('cancel')}
            </Button>
            <Button type="submit" loading={isBusy} data-testid="register">
              {t('people.register')}
            </Button>
          </div>
        </form>
        <LikelyDuplicates form={form} onOpen={(personId) => go({ screen, personId })} />
        {question && (
          <KnownPersonDialog
            known={question.known}
            onOpen={(personId) => go({ screen, personId })}
            onRegister={() => {
              setQuestion(undefined);
              void register(question.details);
            }}
            onClose={() => setQuestion(undefined)}
          />
        )}
      </div>
    </Page>
  );
}

/** What is missing first can be typed at once. */
function focusFirst(form: HTMLFormElement | null): void {
  const fields = [...(form?.querySelectorAll<HTMLInputElement>('input') ?? [])];
  (fields.find(({ value }) => value === '') ?? fields[0])?.focus();
}
