import './delivery-settings.css';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '../../../ui/page.tsx';
import { Said } from '../../../ui/said.tsx';
import { useRefusalSentence } from '../../components/use-refusal-sentence.ts';
import { useStationQuery } from '../../station-context.tsx';
import { MailSettingsForm } from './mail-settings-form.tsx';
import { ServerSettingsForm } from './server-settings-form.tsx';

/** How passes and messages leave the house: the mail server, and the page that phones open. */
export function DeliverySettingsScreen(): ReactNode {
  const { t } = useTranslation();
  const sentenceOf = useRefusalSentence();
  const { data } = useStationQuery('handover.settings', {}, ['handover']);
  return (
    <Page title={t('deliverySettings.title')} testId="delivery-settings">
      {data && !data.ok && <Said tone="fault">{sentenceOf(data)}</Said>}
      {data?.ok && (
        <div className="delivery-settings-parts">
          <MailSettingsForm kept={data.value.mail} hasPassword={data.value.hasMailPassword} />
          <ServerSettingsForm
            kept={data.value.handOver}
            state={data.value.server}
            addresses={data.value.addresses}
          />
        </div>
      )}
    </Page>
  );
}
