import type { PersonHit } from '../../../contracts/ipc/people-contract.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { listName } from '../people/list-name.ts';

export const suggestionsId = 'desk-suggestions';

/** Who begins so, under the field while somebody types. The field keeps the focus; `active` is chosen with its keys. */
export function Suggestions({
  hits,
  active,
  onChoose,
}: {
  hits: readonly PersonHit[];
  active: number;
  onChoose(personId: string): void;
}) {
  const { date } = useFormats();
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
          <span className="station-dim">{date(hit.birthDate)}</span>
        </div>
      ))}
    </div>
  );
}

export function suggestionId(index: number): string {
  return `${suggestionsId}-${index}`;
}
