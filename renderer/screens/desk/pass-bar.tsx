import './pass-panel.css';
import { Button } from '@mantine/core';
import { IconId } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonCard } from '../../../contracts/ipc/person-card.ts';
import { KeyHint } from '../../../ui/key-hint.tsx';
import { OpenRecord } from './open-record.tsx';

/** How the pass stands, which opens it; whether there is one at all; and the way to the record. */
export function PassBar({
  card: { person, pass, isPassToCome },
  isShown,
  onToggle,
  children,
}: {
  card: PersonCard;
  isShown: boolean;
  onToggle(): void;
  /** What else can be done with the pass. */
  children?: ReactNode;
}) {
  const { t } = useTranslation();
  return (
    <div className="desk-bar">
      {pass ? (
        <Button
          variant="default"
          aria-expanded={isShown}
          leftSection={<IconId size={20} aria-hidden />}
          onClick={onToggle}
          data-testid="pass-chip"
        >
          <span data-testid="pass-file" data-state={pass.file}>
            {t('pass.chip')}: {t(`pass.${pass.file}`)}
          </span>
          <KeyHint name="F6" />
        </Button>
      ) : (
        <span className="station-dim">{t(isPassToCome ? 'pass.toCome' : 'pass.none')}</span>
      )}
      {children}
      <OpenRecord personId={person.personId} />
    </div>
  );
}
