import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ScreeningView } from '../../../contracts/ipc/screening-contract.ts';
import { useFormats } from '../../i18n/use-formats.ts';

/** The way to go through the answers again, beside what they came to: no line more. */
export function GoAgain({ onAgain }: { onAgain(): void }) {
  const { t } = useTranslation();
  return (
    <Button variant="subtle" size="compact-sm" onClick={onAgain} data-testid="screening-go-again">
      {t('screening.again')}
    </Button>
  );
}

/** Everything that was answered in this visit, where it was more than once or in spite of the record. */
export function ScreeningVersions({ view }: { view: ScreeningView }) {
  const { t } = useTranslation();
  const { moment, language } = useFormats();
  const { questionnaire, versions = [] } = view;
  const textOf = (id: string) =>
    questionnaire?.questions.find((each) => each.id === id)?.text[language] ?? id;
  const told = versions.length > 1 || versions.some(({ againstRecord }) => againstRecord.length > 0);
  if (!told) return null;
  return (
    <ul className="screening-versions" data-testid="screening-versions">
      {versions.map((each) => (
        <li key={each.screeningId} data-standing={each.isStanding}>
          {t(each.isStanding ? 'screening.version' : 'screening.versionReplaced', {
            at: moment(each.at),
            by: each.by ?? '',
          })}{' '}
          {each.answers.length === 0
            ? t('screening.aheadUnreadable')
            : each.yes.length === 0
              ? t('screening.aheadAllNo')
              : t('screening.versionYes', {
                  questions: each.yes.map(({ text }) => text[language]).join(' '),
                })}
          {each.againstRecord.length > 0 &&
            ` ${t('screening.versionAgainst', { questions: each.againstRecord.map(textOf).join(' ') })}`}
          {each.reason && ` ${t('screening.versionReason', { reason: each.reason })}`}
          {each.approvedBy && ` ${t('screening.versionApproved', { name: each.approvedBy })}`}
        </li>
      ))}
    </ul>
  );
}
