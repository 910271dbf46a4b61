import './pass-panel.css';
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { PersonCard } from '../../../contracts/ipc/person-card.ts';
import { KeyHint } from '../../../ui/key-hint.tsx';
import { PassView } from '../../components/pass-view.tsx';
import { useStationQuery } from '../../station-context.tsx';

/** The person's pass, in their language, as their phone shows it. */
export function PassPanel({
  card: { person },
  side,
  onTurn,
}: {
  card: PersonCard;
  side: 'front' | 'back';
  onTurn(): void;
}) {
  const { t } = useTranslation();
  const asked = { personId: person.personId, language: person.language };
  const { data } = useStationQuery('passes.face', asked, ['passes', 'desk']);
  const google = useStationQuery('google.card', asked, ['passes', 'desk']);
  return (
    <aside className="desk-pass" aria-label={t('pass.title')}>
      {data?.ok && (
        <PassView face={data.value} side={side} card={google.data?.ok ? google.data.value : undefined} />
      )}
      <Button size="compact-md" variant="light" onClick={onTurn}>
        {t('pass.turn')}
        <KeyHint name="F6" />
      </Button>
    </aside>
  );
}
