import { useTranslation } from 'react-i18next';
import type { ScannerFindings, SetupOutcome } from '../../../domain/scan/wedge/setup/find-scanner-setup.ts';
import { isOnlyAdvice, setupSentence } from '../../../domain/scan/wedge/setup/setup-sentence.ts';

/** What one test code showed: the settings, and a sentence for each that should change. */
export function SetupFindings({ outcome }: { outcome: SetupOutcome | undefined }) {
  const { t, i18n } = useTranslation();
  if (!outcome) return <p className="station-dim">{t('scannerSetup.waiting')}</p>;
  const { findings, problems } = outcome;
  const isWrong = problems.some((problem) => !isOnlyAdvice(problem));
  return (
    <div role="status" className="scanner-setup-outcome" data-state={isWrong ? 'wrong' : 'works'}>
      {!isWrong && <strong>{t(problems.length === 0 ? 'scannerSetup.fine' : 'scannerSetup.advice')}</strong>}
      {problems.map((problem) => (
        <p key={problem} data-problem={problem}>
          {i18n.language === 'en' ? setupSentence(problem).en : setupSentence(problem).de}
        </p>
      ))}
      {findings && !findings.separator && <Settings findings={findings} />}
    </div>
  );
}

function Settings({ findings }: { findings: ScannerFindings }) {
  const { t } = useTranslation();
  const { prefix, trailing } = findings;
  const added =
    prefix + trailing === '' ? t('scannerSetup.addedNone') : [prefix, trailing].join(' … ').trim();
  const rows = [
    [t('scannerSetup.layout'), t(`scannerSetup.layouts.${findings.layout}`)],
    [t('scannerSetup.speed'), t('scannerSetup.speedValue', { count: findings.msPerCharacter })],
    [t('scannerSetup.suffix'), t(`scannerSetup.suffixes.${findings.suffix}`)],
    [t('scannerSetup.added'), added],
  ];
  return (
    <dl>
      {rows.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
