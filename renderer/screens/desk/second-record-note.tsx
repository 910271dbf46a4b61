import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { PersonCard } from '../../../contracts/ipc/person-card.ts';
import { mayKeepRecords } from '../../../domain/people/who-may.ts';
import { useNavigation } from '../../navigation.tsx';
import { useMay } from '../../session/use-may.ts';

/** Another record with the same name and birth date: what it holds, and the way to compare and link both. */
export function SecondRecordNote({
  card: { person, second },
  isSaid = false,
}: {
  card: PersonCard;
  /** The decision above says already what it holds. */
  isSaid?: boolean;
}) {
  const { t, i18n } = useTranslation();
  const { go } = useNavigation();
  const mayLink = useMay(mayKeepRecords);
  if (!second) return null;
  const { personId } = person;
  return (
    <div className="desk-second" role="status" data-testid="second-record">
      {!isSaid && <p>{i18n.language === 'en' ? second.sentence.en : second.sentence.de}</p>}
      {mayLink ? (
        <Button
          size="compact-md"
          variant="outline"
          onClick={() => go({ screen: 'people', personId, linkWith: second.personId })}
          data-testid="compare-records"
        >
          {t('person.compareRecords')}
        </Button>
      ) : (
        <p className="station-dim">{t('person.compareByOthers')}</p>
      )}
    </div>
  );
}
