import { Button } from '@mantine/core';
import { IconDeviceMobileShare } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonCard } from '../../../contracts/ipc/person-card.ts';
import { KeyHint } from '../../../ui/key-hint.tsx';
import { useShortcut } from '../../../ui/use-shortcut.ts';
import { HandOverDialog } from './hand-over-dialog.tsx';

/** Opens the ways by which the pass reaches the person; F5 does too. */
export function HandOverButton({ card, isAnew = false }: { card: PersonCard; isAnew?: boolean }) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  useShortcut('F5', () => setOpen(true), !isOpen);
  return (
    <>
      <Button
        fullWidth
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
