import { Button, NativeSelect, PasswordInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer } from '../../../contracts/ipc/answer.ts';
import type { MailSettings } from '../../../contracts/ipc/handover-contract.ts';
import type { Language } from '../../../domain/kernel/bilingual.ts';
import { isSameMailTarget } from '../../../domain/messages/same-mail-target.ts';
import { NumberInput } from '../../../ui/number-input.tsx';
import { SavedForm } from '../../components/saved-form.tsx';
import { useRefusalSentence } from '../../components/use-refusal-sentence.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { useStation } from '../../station-context.tsx';

const fresh: MailSettings = {
  host: '',
  port: 587,
  security: 'starttls',
  user: '',
  senderName: '',
  senderAddress: '',
};
const securities = ['tls', 'starttls', 'none'] as const;

/** The mail server, with a test that sends a mail at once. */
export function MailSettingsForm({
  kept,
  hasPassword,
}: {
  kept: MailSettings | undefined;
  hasPassword: boolean;
}) {
  const { t, i18n } = useTranslation();
  const { language } = useFormats();
  const station = useStation();
  const sentenceOf = useRefusalSentence();
  const [mail, setMail] = useState(kept ?? fresh);
  const [password, setPassword] = useState('');
  const [to, setTo] = useState('');
  const [said, setSaid] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const keeps = isSameMailTarget(kept, mail);
  const change = (part: Partial<MailSettings>) => setMail((before) => ({ ...before, ...part }));
  const send = async (work: () => Promise<Answer>, done: string) => {
    setBusy(true);
    const answer = await work();
    setBusy(false);
    setSaid(answer.ok ? done : sentenceOf(answer));
    return answer.ok;
  };
  const save = () => {
    const { user, ...rest } = mail;
    const input = {
      requestId: crypto.randomUUID(),
      mail: user ? { ...rest, user } : rest,
      ...(password ? { password } : {}),
    };
    return send(() => station.ask('handover.save-mail', input), t('deliverySettings.saved'));
  };
  const remove = () => {
    const input = { requestId: crypto.randomUUID() };
    void send(() => station.ask('handover.save-mail', input), t('deliverySettings.saved'));
  };
  const test = () => {
    const language = i18n.language as Language;
    const input = { requestId: crypto.randomUUID(), to, language };
    void send(() => station.ask('handover.test-mail', input), t('deliverySettings.tested'));
  };
  return (
    <SavedForm className="card delivery-settings-form" save={save} aria-label={t('deliverySettings.mail')}>
      <h3>{t('deliverySettings.mail')}</h3>
      <p className="station-dim">{t('deliverySettings.mailLead')}</p>
      <TextInput
        label={t('deliverySettings.host')}
        value={mail.host}
        required
        onChange={(event) => change({ host: event.currentTarget.value })}
      />
      <NumberInput
        label={t('deliverySettings.port')}
        value={mail.port}
        min={1}
        max={65535}
        required
        language={language}
        onChange={(port) => port !== '' && change({ port })}
      />
      <NativeSelect
        label={t('deliverySettings.security')}
        value={mail.security}
        data={securities.map((value) => ({ value, label: t(`deliverySettings.securities.${value}`) }))}
        onChange={(event) => change({ security: event.currentTarget.value as MailSettings['security'] })}
      />
      <TextInput
        label={t('deliverySettings.user')}
        value={mail.user ?? ''}
        autoComplete="off"
        onChange={(event) => change({ user: event.currentTarget.value })}
      />
      <PasswordInput
        label={t('deliverySettings.password')}
        description={
          hasPassword ? t(`deliverySettings.${keeps ? 'passwordKept' : 'passwordAnew'}`) : undefined
        }
        value={password}
        autoComplete="new-password"
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
      <TextInput
        label={t('deliverySettings.senderName')}
        value={mail.senderName}
        required
        onChange={(event) => change({ senderName: event.currentTarget.value })}
      />
      <TextInput
        label={t('deliverySettings.senderAddress')}
        type="email"
        value={mail.senderAddress}
        required
        onChange={(event) => change({ senderAddress: event.currentTarget.value })}
      />
      <div className="delivery-settings-actions">
        <Button type="submit" loading={isBusy} data-testid="save-mail">
          {t('deliverySettings.save')}
        </Button>
        {kept && (
          <Button variant="default" onClick={remove}>
            {t('deliverySettings.remove')}
          </Button>
        )}
      </div>
      {kept && (
        <div className="delivery-settings-actions" data-entry="none">
          <TextInput
            label={t('deliverySettings.testTo')}
            type="email"
            value={to}
            onChange={(event) => setTo(event.currentTarget.value)}
          />
          <Button variant="default" loading={isBusy} onClick={test} data-testid="test-mail">
            {t('deliverySettings.test')}
          </Button>
        </div>
      )}
      <p role="status" data-testid="mail-said">
        {said}
      </p>
    </SavedForm>
  );
}
