import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ScreeningView } from '../../../contracts/ipc/screening-contract.ts';
import { useFormats } from '../../i18n/use-formats.ts';

/** Everything that was answered in this visit where it was more than once, and the way to go through it again. */
export function ScreeningVersions({ view, onAgain }: { view: ScreeningView; onAgain(): void }) {
  const { t } = useTranslation();
  const { moment, language } = useFormats();
  const { questionnaire, versions = [] } = view;
  const textOf = (id: string) =>
    questionnaire?.questions.find((each) => each.id === id)?.text[language] ?? id;
  const told = versions.length > 1 || versions.some(({ againstRecord }) => againstRecord.length > 0);
  return (
    <div className="screening-versions">
      {told && (
        <ul data-testid="screening-versions">
          {versions.map((each) => (
            <li key={each.at} data-standing={each.isStanding}>
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
      )}
      <Button variant="subtle" size="compact-md" onClick={onAgain} data-testid="screening-go-again">
        {t('screening.again')}
      </Button>
    </div>
  );
}
