import { type KeyboardEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonHit } from '../../../contracts/ipc/people-contract.ts';
import { listName } from '../../components/list-name.ts';
import { useFormats } from '../../i18n/use-formats.ts';

/** People that were found, the likeliest first, each with the reason. The arrow keys walk, Enter opens. */
export function HitList({ hits, onOpen }: { hits: readonly PersonHit[]; onOpen(personId: string): void }) {
  const { t } = useTranslation();
  const { date, language } = useFormats();
  const list = useRef<HTMLUListElement>(null);
  return (
    <ul
      className="people-hits"
      ref={list}
      onKeyDown={(event) => walk(event, list.current)}
      data-testid="hits"
    >
      {hits.map((hit) => (
        <li key={hit.personId}>
          <button type="button" className="people-hit" onClick={() => onOpen(hit.personId)}>
            <bdi className="people-hit-name">{listName(hit)}</bdi>
            <span>{t('person.born', { date: date(hit.birthDate) })}</span>
            <span className="people-hit-reason">
              {hit.reason[language]}
              {hit.isRestricted && ` · ${t('people.restricted')}`}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}

function walk(event: KeyboardEvent, list: HTMLElement | null): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  const buttons = [...(list?.querySelectorAll<HTMLElement>('button') ?? [])];
  const at = buttons.indexOf(document.activeElement as HTMLElement);
  const next = buttons[at + (event.key === 'ArrowDown' ? 1 : -1)];
  if (!next) return;
  event.preventDefault();
  next.focus();
}
