import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer } from '../../../contracts/ipc/answer.ts';
import type { PersonRecord } from '../../../contracts/ipc/people-contract.ts';
import type { ChannelInput } from '../../../contracts/ipc/station-contract.ts';
import { mayErase } from '../../../domain/people/who-may.ts';
import { useRefusalSentence } from '../../components/use-refusal-sentence.ts';
import { useStationCommand } from '../../station-context.tsx';
import { EraseDialog } from './erase-dialog.tsx';
import { useMay } from './use-may.ts';

type Reason = ChannelInput<'people.restrict'>['why'];
const reasons: readonly Reason[] = ['accuracy-disputed', 'unlawful', 'needed-for-claims', 'objection'];

/** Restricting, lifting that, and a request to be erased: for the site lead. */
export function RestrictionSection({ record }: { record: PersonRecord }) {
  const { t } = useTranslation();
  const sentenceOf = useRefusalSentence();
  const isOffered = useMay(mayErase);
  const restrict = useStationCommand('people.restrict');
  const lift = useStationCommand('people.lift-restriction');
  const [failed, setFailed] = useState<Extract<Answer, { ok: false }>>();
  const [why, setWhy] = useState<Reason>('accuracy-disputed');
  const [isErasing, setErasing] = useState(false);
  if (!isOffered) return null;
  const { personId, status, restriction } = record;
  const change = async () => {
    const requestId = crypto.randomUUID();
    const answer =
      status === 'restricted'
        ? await lift.send({ requestId, personId })
        : await restrict.send({ requestId, personId, why });
    setFailed(answer.ok ? undefined : answer);
  };
  return (
    <section className="people-card">
      <h3>{t('people.restriction')}</h3>
      <p className="station-dim">{t('people.restrictionText')}</p>
      {status !== 'restricted' && (
        <NativeSelect
          label={t('people.restrictWhy')}
          value={why}
          onChange={(event) => setWhy(event.currentTarget.value as Reason)}
          data={reasons.map((value) => ({ value, label: t(`people.restrictReasons.${value}`) }))}
          data-testid="restrict-why"
        />
      )}
      <div className="people-actions">
        <Button
          variant="default"
          loading={restrict.isBusy || lift.isBusy}
          onClick={() => void change()}
          data-testid="restrict"
        >
          {t(status === 'restricted' ? 'people.liftRestriction' : 'people.restrict')}
        </Button>
        {restriction?.why !== 'erasure-requested' && (
          <Button color="red.9" variant="outline" onClick={() => setErasing(true)} data-testid="erase">
            {t('people.erase')}
          </Button>
        )}
      </div>
      {failed && <p role="alert">{sentenceOf(failed)}</p>}
      {isErasing && <EraseDialog record={record} onClose={() => setErasing(false)} />}
    </section>
  );
}
