import { useTranslation } from 'react-i18next';
import type { PersonHit } from '../../../contracts/ipc/people-contract.ts';
import { HitFacts } from '../../components/hit-facts.tsx';
import { listName } from '../../components/list-name.ts';
import { useFormats } from '../../i18n/use-formats.ts';

export const suggestionsId = 'desk-suggestions';

/**
 * Who begins so, under the field while somebody types, and why. The field keeps the focus; `active` is chosen with its
 * keys. Nobody begins so: Enter still finds similar names, and that is said.
 */
export function Suggestions({
  hits,
  active,
  onChoose,
}: {
  hits: readonly PersonHit[];
  active: number;
  onChoose(personId: string): void;
}) {
  const { t } = useTranslation();
  const { date, language } = useFormats();
  if (hits.length === 0)
    return (
      <p className="desk-suggestions desk-suggestion" role="status" data-testid="no-suggestions">
        {t('scan.searchSimilar')}
      </p>
    );
  return (
    <div className="desk-suggestions" id={suggestionsId} role="listbox" data-testid="suggestions">
      {hits.map((hit, index) => (
        <div
          key={hit.personId}
          id={suggestionId(index)}
          role="option"
          tabIndex={-1}
          aria-selected={index === active}
          className="desk-suggestion"
          // The mouse must not take the focus from the field before its click arrives.
          onMouseDown={(event) => {
            event.preventDefault();
            onChoose(hit.personId);
          }}
        >
          <bdi>{listName(hit)}</bdi>
          <span className="station-dim">
            {[date(hit.birthDate), hit.reason?.[language]].filter(Boolean).join(' · ')}
          </span>
          <HitFacts {...hit} />
        </div>
      ))}
    </div>
  );
}

export function suggestionId(index: number): string {
  return `${suggestionsId}-${index}`;
}
