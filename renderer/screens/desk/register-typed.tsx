import { Button } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { mayKeepRecords } from '../../../domain/people/who-may.ts';
import { useNavigation } from '../../navigation.tsx';
import { useMay } from '../../session/use-may.ts';
import type { DeskState } from './use-desk.ts';

/** Nobody of those found, or nobody at all: what was typed goes into the form of somebody new. */
export function RegisterTyped({ state }: { state: DeskState }) {
  const { t } = useTranslation();
  const { go } = useNavigation();
  const mayRegister = useMay(mayKeepRecords);
  const { evaluation, via, texts } = state;
  const reason = evaluation?.decision.reason;
  const typed = via === 'search' ? texts?.[0] : undefined;
  if (!mayRegister || typed === undefined || (reason !== 'nobody-found' && reason !== 'several-found'))
    return null;
  return (
    <div className="desk-actions">
      <Button
        variant="light"
        size="md"
        leftSection={<IconUserPlus size={20} aria-hidden />}
        onClick={() => go({ screen: 'people', typed, isForDesk: true })}
        data-testid="register-typed"
      >
        {t(reason === 'nobody-found' ? 'people.registerNew' : 'people.noneOfThem')}
      </Button>
    </div>
  );
}
