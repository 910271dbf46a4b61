import './candidate-list.css';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ScanEvaluation } from '../../../contracts/ipc/desk-contract.ts';
import { useShortcut } from '../../../ui/use-shortcut.ts';
import { walkList } from '../../../ui/walk-list.ts';
import { HitFacts } from '../../components/hit-facts.tsx';
import { useFormats } from '../../i18n/use-formats.ts';

/** Several people fit what was typed. The arrow keys walk through them, from the search field as well. */
export function CandidateList({
  candidates,
  onOpen,
  isCurrent,
}: {
  candidates: NonNullable<ScanEvaluation['candidates']>;
  onOpen(personId: string): void;
  isCurrent: boolean;
}) {
  const { t, i18n } = useTranslation();
  const list = useRef<HTMLUListElement>(null);
  useShortcut('ArrowDown', () => list.current?.querySelector('button')?.focus(), isCurrent);
  const { date } = useFormats();
  return (
    <section className="desk-card" aria-label={t('candidates')}>
      <ul className="desk-rows" ref={list} onKeyDown={walkList} data-testid="candidates">
        {candidates.map((person) => (
          <li key={person.personId}>
            <button type="button" className="desk-candidate" onClick={() => onOpen(person.personId)}>
              <span className="desk-today-name">
                {person.familyName}, {person.givenName}
              </span>
              <span>{t('person.born', { date: date(person.birthDate) })}</span>
              <HitFacts {...person} />
              {person.reason && (
                <span className="desk-candidate-reason">
                  {i18n.language === 'en' ? person.reason.en : person.reason.de}
                </span>
              )}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
