import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BoardEntry } from '../../../contracts/ipc/board-contract.ts';
import { mayGiveDoses } from '../../../domain/vaccination/who-may.ts';
import { useMay } from '../../session/use-may.ts';
import { ReactionsDialog } from '../adverse-events/reactions-dialog.tsx';

/** Somebody under observation feels unwell: what happened is recorded from here. */
export function ReactionButton({ entry }: { entry: BoardEntry }) {
  const { t } = useTranslation();
  const answersForDoses = useMay(mayGiveDoses);
  const [isOpen, setOpen] = useState(false);
  if (!answersForDoses || entry.visit?.stage !== 'observation') return null;
  return (
    <>
      <Button size="compact-md" variant="subtle" onClick={() => setOpen(true)}>
        {t('board.reaction')}
      </Button>
      {isOpen && <ReactionsDialog person={entry} onClose={() => setOpen(false)} />}
    </>
  );
}
