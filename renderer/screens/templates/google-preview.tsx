import { useDebouncedValue } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChannelOutput } from '../../../contracts/ipc/station-contract.ts';
import type { Language } from '../../../domain/kernel/bilingual.ts';
import type { PassTemplate } from '../../../domain/passes/pass-template.ts';
import type { SampleStage } from '../../../domain/passes/sample-facts.ts';
import { GooglePassCard } from '../../components/google-pass-card.tsx';
import { useStationQuery } from '../../station-context.tsx';

const PAUSE_MS = 150;

/** The same pass at Google, drawn by the service from what Google would be sent; the card before stays meanwhile. */
export function GooglePreview(props: { template: PassTemplate; stage: SampleStage; language: Language }) {
  const { t } = useTranslation();
  const { template, stage, language } = props;
  const [settled] = useDebouncedValue(template, PAUSE_MS);
  const { data } = useStationQuery('templates.google-card', { template: settled, stage, language }, [
    'system',
  ]);
  const [shown, setShown] = useState<ChannelOutput<'templates.google-card'>>();
  useEffect(() => {
    if (data?.ok) setShown(data.value);
  }, [data]);
  return (
    <section aria-labelledby="preview-google" data-testid="google-preview">
      <h3 id="preview-google">{t('templates.preview.google')}</h3>
      {shown && <GooglePassCard card={shown.card} />}
      {shown && (
        <p className="station-dim">
          {t(shown.isConnected ? `templates.preview.${shown.mode}` : 'templates.preview.noGoogle')}
        </p>
      )}
      {data && !data.ok && !shown && <p role="alert">{t('templates.preview.broken')}</p>}
    </section>
  );
}
