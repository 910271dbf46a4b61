import { useTranslation } from 'react-i18next';
import type { PersonHit } from '../../../contracts/ipc/people-contract.ts';
import { walkList } from '../../../ui/walk-list.ts';
import { HitFacts } from '../../components/hit-facts.tsx';
import { listName } from '../../components/list-name.ts';
import { useFormats } from '../../i18n/use-formats.ts';

/** People that were found, the likeliest first, each with the reason. The arrow keys walk, Enter opens. */
export function HitList({ hits, onOpen }: { hits: readonly PersonHit[]; onOpen(personId: string): void }) {
  const { t } = useTranslation();
  const { date, language } = useFormats();
  return (
    <ul className="people-hits" onKeyDown={walkList} data-testid="hits">
      {hits.map((hit) => (
        <li key={hit.personId}>
          <button type="button" className="people-hit" onClick={() => onOpen(hit.personId)}>
            <bdi className="people-hit-name">{listName(hit)}</bdi>
            <span>{t('person.born', { date: date(hit.birthDate) })}</span>
            <span className="people-hit-reason">
              {[hit.reason?.[language], hit.isRestricted && t('people.restricted')]
                .filter(Boolean)
                .join(' · ')}
            </span>
            <HitFacts {...hit} />
          </button>
        </li>
      ))}
    </ul>
  );
}
