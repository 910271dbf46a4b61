import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HandOverServerState, HandOverSettings } from '../../../contracts/ipc/handover-contract.ts';
import { NumberInput } from '../../../ui/number-input.tsx';
import { SavedForm } from '../../components/saved-form.tsx';
import { useRefusalSentence } from '../../components/use-refusal-sentence.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { useStation } from '../../station-context.tsx';

/** Where the page for phones is served, and whether it is. */
export function ServerSettingsForm({
  kept,
  state,
  addresses,
}: {
  kept: HandOverSettings;
  state: HandOverServerState;
  addresses: readonly string[];
}) {
  const { t } = useTranslation();
  const station = useStation();
  const sentenceOf = useRefusalSentence();
  const { language } = useFormats();
  const [settings, setSettings] = useState(kept);
  const [said, setSaid] = useState<string>();
  const change = (part: Partial<HandOverSettings>) => setSettings((before) => ({ ...before, ...part }));
  const save = async () => {
    const { publicUrl, proxyAddress, ...rest } = settings;
    const answer = await station.ask('handover.save-server', {
      requestId: crypto.randomUUID(),
      ...rest,
      ...(publicUrl ? { publicUrl } : {}),
      ...(proxyAddress ? { proxyAddress } : {}),
    });
    setSaid(answer.ok ? t('deliverySettings.saved') : sentenceOf(answer));
    return answer.ok;
  };
  const offered = addresses.includes(settings.address) ? addresses : [settings.address, ...addresses];
  return (
    <SavedForm className="card delivery-settings-form" save={save} aria-label={t('deliverySettings.server')}>
      <h3>{t('deliverySettings.server')}</h3>
      <p className="station-dim">{t('deliverySettings.serverLead')}</p>
      <p data-testid="server-state" data-kind={state.kind}>
        {state.kind === 'on'
          ? t('deliverySettings.running', { origin: state.origin ?? '' })
          : t(`deliverySettings.serverState.${state.kind}`)}
      </p>
      <Checkbox
        label={t('deliverySettings.isOn')}
        checked={settings.isOn}
        onChange={(event) => change({ isOn: event.currentTarget.checked })}
      />
      <NativeSelect
        label={t('deliverySettings.address')}
        value={settings.address}
        data={[...offered]}
        onChange={(event) => change({ address: event.currentTarget.value })}
      />
      <NumberInput
        label={t('deliverySettings.port')}
        value={settings.port}
        min={0}
        max={65535}
        required
        language={language}
        onChange={(port) => port !== '' && change({ port })}
      />
      <NumberInput
        label={t('deliverySettings.linkHours')}
        value={settings.linkHours}
        min={1}
        max={336}
        required
        language={language}
        onChange={(linkHours) => linkHours !== '' && change({ linkHours })}
      />
      <TextInput
        label={t('deliverySettings.publicUrl')}
        value={settings.publicUrl ?? ''}
        onChange={(event) => change({ publicUrl: event.currentTarget.value })}
      />
      <TextInput
        label={t('deliverySettings.proxyAddress')}
        value={settings.proxyAddress ?? ''}
        onChange={(event) => change({ proxyAddress: event.currentTarget.value })}
      />
      <div className="delivery-settings-actions">
        <Button type="submit" data-testid="save-server">
          {t('deliverySettings.save')}
        </Button>
      </div>
      <p role="status">{said}</p>
    </SavedForm>
  );
}
