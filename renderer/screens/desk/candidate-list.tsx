import './candidate-list.css';
import { useTranslation } from 'react-i18next';
import type { ScanEvaluation } from '../../../contracts/ipc/desk-contract.ts';
import { useFormats } from '../../i18n/use-formats.ts';

/** Several people fit what was typed: the birth date tells them apart. */
export function CandidateList({
  candidates,
  onOpen,
}: {
  candidates: NonNullable<ScanEvaluation['candidates']>;
  onOpen(personId: string): void;
}) {
  const { t, i18n } = useTranslation();
  const { date } = useFormats();
  return (
    <section className="desk-card" aria-label={t('candidates')}>
      <ul className="desk-rows" data-testid="candidates">
        {candidates.map((person) => (
          <li key={person.personId}>
            <button type="button" className="desk-candidate" onClick={() => onOpen(person.personId)}>
              <span className="desk-today-name">
                {person.familyName}, {person.givenName}
              </span>
              <span>{t('person.born', { date: date(person.birthDate) })}</span>
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
