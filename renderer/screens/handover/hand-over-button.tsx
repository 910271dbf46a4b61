import { Button } from '@mantine/core';
import { IconDeviceMobileShare } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonCard } from '../../../contracts/ipc/person-card.ts';
import { KeyHint } from '../../../ui/key-hint.tsx';
import { useShortcut } from '../../../ui/use-shortcut.ts';
import { HandOverDialog } from './hand-over-dialog.tsx';

/** Opens the ways by which the pass reaches the person; F5 does too. Nothing where there is no pass to hand over. */
export function HandOverButton({
  card,
  hasKey,
  isAnew = false,
}: {
  card: PersonCard;
  hasKey: boolean;
  /** They have it already, in a form that no longer changes. */
  isAnew?: boolean;
}) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const isThere = card.pass ? !card.pass.isVoided : card.isPassToCome;
  useShortcut('F5', () => setOpen(true), isThere && hasKey && !isOpen);
  if (!isThere) return null;
  return (
    <>
      <Button
        leftSection={<IconDeviceMobileShare size={20} aria-hidden />}
        onClick={() => setOpen(true)}
        data-testid="hand-over"
      >
        {t(isAnew ? 'handover.openAnew' : 'handover.open')}
        <KeyHint name="F5" />
      </Button>
      {isOpen && <HandOverDialog card={card} onClose={() => setOpen(false)} />}
    </>
  );
}
