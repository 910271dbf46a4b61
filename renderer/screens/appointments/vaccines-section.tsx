import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChannelOutput } from '../../../contracts/ipc/station-contract.ts';
import { useRefusalSentence } from '../../components/use-refusal-sentence.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { useStationCommand, useStationQuery } from '../../station-context.tsx';

type Vaccine = ChannelOutput<'products.list'>['products'][number];

/** Which vaccines of the catalogue this centre gives. */
export function VaccinesSection() {
  const { t } = useTranslation();
  const sentenceOf = useRefusalSentence();
  const { data } = useStationQuery('products.list', {}, ['products']);
  const activate = useStationCommand('products.activate');
  const deactivate = useStationCommand('products.deactivate');
  const [refused, setRefused] = useState<string>();
  const change = async ({ productId, isActive }: Vaccine) => {
    const { send } = isActive ? deactivate : activate;
    const answer = await send({ requestId: crypto.randomUUID(), productId });
    setRefused(answer.ok ? undefined : sentenceOf(answer));
  };
  return (
    <section className="desk-card" aria-label={t('opening.vaccines.title')}>
      <h3>{t('opening.vaccines.title')}</h3>
      <p className="station-dim">{t('opening.vaccines.text')}</p>
      {data && !data.ok && <p role="alert">{sentenceOf(data)}</p>}
      <ul className="desk-rows" data-testid="vaccines">
        {(data?.ok ? data.value.products : []).map((vaccine) => (
          <li key={vaccine.productId}>
            <VaccineLine vaccine={vaccine} />
            <Button
              size="compact-sm"
              variant={vaccine.isActive ? 'subtle' : 'light'}
              disabled={activate.isBusy || deactivate.isBusy}
              aria-label={t(vaccine.isActive ? 'opening.vaccines.stopNamed' : 'opening.vaccines.giveNamed', {
                name: vaccine.name,
              })}
              onClick={() => void change(vaccine)}
            >
              {t(vaccine.isActive ? 'opening.vaccines.stop' : 'opening.vaccines.give')}
            </Button>
          </li>
        ))}
      </ul>
      {refused && <p role="alert">{refused}</p>}
    </section>
  );
}

function VaccineLine({ vaccine }: { vaccine: Vaccine }) {
  const { t } = useTranslation();
  const { language } = useFormats();
  const { name, disease, doseCount, ages, scheduleSource, isActive } = vaccine;
  return (
    <span>
      <strong>{name}</strong> · {disease[language]}
      {isActive && ` · ${t('opening.vaccines.active')}`}
      <br />
      <span className="station-dim" title={scheduleSource}>
        {t('opening.vaccines.facts', { count: doseCount, years: ages.fromYears })}
      </span>
    </span>
  );
}
