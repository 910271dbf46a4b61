import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChannelOutput } from '../../../contracts/ipc/station-contract.ts';
import { splitPlaces } from '../../../domain/appointments/online-share.ts';
import { NumberInput } from '../../../ui/number-input.tsx';
import { SavedForm } from '../../components/saved-form.tsx';
import { useRefusalSentence } from '../../components/use-refusal-sentence.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { useStationCommand, useStationQuery } from '../../station-context.tsx';
import { datesTopics } from './use-dates.ts';

type Known = ChannelOutput<'slots.online-share'>;

/** How many of the places of each slot headquarters may give away, and how many are kept for walk-ins. */
export function OnlineShareSection() {
  const { t } = useTranslation();
  const sentenceOf = useRefusalSentence();
  const { data } = useStationQuery('slots.online-share', {}, [...datesTopics, 'sync']);
  const known = data?.ok ? data.value : undefined;
  // Here and not in the form, which begins anew with what was saved.
  const [isDone, setDone] = useState(false);
  return (
    <section className="desk-card" aria-label={t('opening.online.title')}>
      <h3>{t('opening.online.title')}</h3>
      {data && !data.ok && <p role="alert">{sentenceOf(data)}</p>}
      {known && !known.isConnected && <p className="station-dim">{t('opening.online.standAlone')}</p>}
      {known?.isConnected && (
        <>
          <p className="station-dim">{t('opening.online.text')}</p>
          {!known.share && <p>{t('opening.online.unset')}</p>}
          <ShareForm key={JSON.stringify(known.share)} share={known.share} onSaved={setDone} />
          {isDone && <p role="status">{t('opening.online.done')}</p>}
        </>
      )}
    </section>
  );
}

function ShareForm({ share, onSaved }: Pick<Known, 'share'> & { onSaved(isSaved: boolean): void }) {
  const { t } = useTranslation();
  const sentenceOf = useRefusalSentence();
  const set = useStationCommand('slots.set-online-share');
  const { language } = useFormats();
  const [online, setOnline] = useState<number | string>(share?.onlinePercent ?? 50);
  const [walkIn, setWalkIn] = useState<number | string>(share?.walkInPercent ?? 0);
  const [refused, setRefused] = useState<string>();
  const wish = { onlinePercent: Number(online) || 0, walkInPercent: Number(walkIn) || 0 };
  const save = async () => {
    const answer = await set.send({ requestId: crypto.randomUUID(), ...wish });
    setRefused(answer.ok ? undefined : sentenceOf(answer));
    onSaved(answer.ok);
    return answer.ok;
  };
  const percent = { language, min: 0, max: 100, rightSection: '%', required: true } as const;
  return (
    <SavedForm className="dates-form" save={save}>
      <NumberInput
        {...percent}
        label={t('opening.online.online')}
        value={online}
        onChange={setOnline}
        data-testid="online-percent"
      />
      <NumberInput
        {...percent}
        label={t('opening.online.walkIn')}
        value={walkIn}
        onChange={setWalkIn}
        data-testid="walk-in-percent"
      />
      {wish.onlinePercent + wish.walkInPercent <= 100 && <Effect share={wish} />}
      {refused && <p role="alert">{refused}</p>}
      <Button type="submit" loading={set.isBusy} data-testid="save-online-share">
        {t('opening.online.save')}
      </Button>
    </SavedForm>
  );
}

/** What it comes to in the lanes of the templates: of two places a share may be none. */
function Effect({ share }: { share: NonNullable<Known['share']> }) {
  const { t } = useTranslation();
  const { data } = useStationQuery('slots.templates', {}, datesTopics);
  const lanes = (data?.ok ? data.value.templates : []).flatMap((template) => template.lanes);
  const sizes = [...new Set(lanes.map(({ capacity }) => capacity))].sort((one, other) => one - other);
  return (
    <ul className="desk-rows" data-testid="online-effect">
      {sizes.map((capacity) => (
        <li key={capacity}>{t('opening.online.effect', { capacity, ...splitPlaces(capacity, share) })}</li>
      ))}
    </ul>
  );
}
