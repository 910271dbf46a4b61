import './pass-panel.css';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonCard } from '../../../contracts/ipc/person-card.ts';
import { KeyHint } from '../../../ui/key-hint.tsx';
import { useAfterPaint } from '../../../ui/use-after-paint.ts';
import { useShortcut } from '../../../ui/use-shortcut.ts';
import { PassView } from '../../components/pass-view.tsx';
import { useStationQuery } from '../../station-context.tsx';
import { HandOverButton } from '../handover/hand-over-button.tsx';

interface PassPanelProps {
  readonly card: PersonCard;
  /** They have it already, in a form that no longer changes. */
  readonly isHandedOverAnew: boolean;
}

/** The person's pass, in their language, as their phone shows it. */
export function PassPanel({ card, isHandedOverAnew }: PassPanelProps) {
  const { t } = useTranslation();
  const [side, setSide] = useState<'front' | 'back'>('front');
  const { person, pass } = card;
  const turn = () => setSide((shown) => (shown === 'front' ? 'back' : 'front'));
  useShortcut('F6', turn);
  // Keys are there at once; the picture of the pass is what the decision must not wait for.
  const isPainted = useAfterPaint(person.personId);
  const { data } = useStationQuery(
    'passes.face',
    { personId: person.personId, language: person.language },
    ['passes', 'desk'],
    pass !== undefined && isPainted,
  );
  const google = useStationQuery(
    'google.card',
    { personId: person.personId, language: person.language },
    ['passes', 'desk'],
    pass !== undefined && isPainted,
  );
  if (!pass)
    return (
      <aside className="desk-card station-dim">
        <p>{t(card.isPassToCome ? 'pass.toCome' : 'pass.none')}</p>
        {card.isPassToCome && <HandOverButton card={card} />}
      </aside>
    );
  return (
    <aside className="desk-pass" aria-label={t('pass.title')}>
      {isPainted && data?.ok && (
        <PassView face={data.value} side={side} card={google.data?.ok ? google.data.value : undefined} />
      )}
      {!pass.isVoided && <HandOverButton card={card} isAnew={isHandedOverAnew} />}
      <div className="desk-pass-foot">
        <span data-testid="pass-file" data-state={pass.file}>
          {t(`pass.${pass.file}`)}
        </span>
        <Button size="compact-sm" variant="light" onClick={turn}>
          {t('pass.turn')}
          <KeyHint name="F6" />
        </Button>
      </div>
    </aside>
  );
}
