import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useNavigation } from '../../navigation.tsx';

/** The way to everything that is kept about somebody. */
export function OpenRecord({ personId }: { personId: string }) {
  const { t } = useTranslation();
  const { go } = useNavigation();
  return (
    <Button variant="subtle" onClick={() => go({ screen: 'people', personId })} data-testid="open-record">
      {t('people.openRecord')}
    </Button>
  );
}
