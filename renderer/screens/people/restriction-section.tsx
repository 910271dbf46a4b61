import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer } from '../../../contracts/ipc/answer.ts';
import type { PersonRecord } from '../../../contracts/ipc/people-contract.ts';
import { mayErase } from '../../../domain/people/who-may.ts';
import { Card } from '../../../ui/card.tsx';
import { useRefusalSentence } from '../../components/use-refusal-sentence.ts';
import { useMay } from '../../session/use-may.ts';
import { useStationCommand } from '../../station-context.tsx';
import { EraseDialog } from './erase-dialog.tsx';
import { RestrictDialog } from './restrict-dialog.tsx';

/** Restricting, lifting that, and a request to be erased: for the site lead. */
export function RestrictionSection({ record }: { record: PersonRecord }) {
  const { t } = useTranslation();
  const sentenceOf = useRefusalSentence();
  const isOffered = useMay(mayErase);
  const lift = useStationCommand('people.lift-restriction');
  const [failed, setFailed] = useState<Extract<Answer, { ok: false }>>();
  const [asking, setAsking] = useState<'restrict' | 'erase'>();
  if (!isOffered) return null;
  const { personId, status, restriction } = record;
  const liftIt = async () => {
    const answer = await lift.send({ requestId: crypto.randomUUID(), personId });
    setFailed(answer.ok ? undefined : answer);
  };
  return (
    <Card title={t('people.restriction')}>
      <p className="station-dim">{t('people.restrictionText')}</p>
      <div className="people-actions">
        <Button
          variant="default"
          loading={lift.isBusy}
          onClick={() => (status === 'restricted' ? void liftIt() : setAsking('restrict'))}
          data-testid="restrict"
        >
          {t(status === 'restricted' ? 'people.liftRestriction' : 'people.restrict')}
        </Button>
        {restriction?.why !== 'erasure-requested' && (
          <Button color="red" variant="outline" onClick={() => setAsking('erase')} data-testid="erase">
            {t('people.erase')}
          </Button>
        )}
      </div>
      {failed && <p role="alert">{sentenceOf(failed)}</p>}
      {asking === 'restrict' && <RestrictDialog record={record} onClose={() => setAsking(undefined)} />}
      {asking === 'erase' && <EraseDialog record={record} onClose={() => setAsking(undefined)} />}
    </Card>
  );
}
