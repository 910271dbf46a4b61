import { useDebouncedValue } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/use-formats.ts';
import { useStationQuery } from '../../station-context.tsx';
import { HitList } from './hit-list.tsx';
import { detailsOf, type PersonForm } from './person-form.ts';

const PAUSE_MS = 300;

/** Records that may be of the person in the form: choosing one opens it instead. */
export function LikelyDuplicates({ form, onOpen }: { form: PersonForm; onOpen(personId: string): void }) {
  const { t } = useTranslation();
  const { today } = useFormats();
  const [entered] = useDebouncedValue(form, PAUSE_MS);
  const details = detailsOf(entered, today());
  const isEnough = Object.keys(details).length > 2;
  const { data } = useStationQuery('people.likely-duplicates', { details }, ['people'], isEnough);
  const hits = isEnough && data?.ok ? data.value.hits : [];
  return (
    <aside className="card people-duplicates" aria-live="polite" data-testid="duplicates">
      <h3>{t('people.duplicates')}</h3>
      <p className="station-dim">{t(hits.length === 0 ? 'people.noDuplicates' : 'people.duplicatesHint')}</p>
      <HitList hits={hits} onOpen={onOpen} />
    </aside>
  );
}
