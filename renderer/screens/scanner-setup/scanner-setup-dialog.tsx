import './scanner-setup.css';
import { Button } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { KeyRecord } from '../../../domain/scan/wedge/key-record.ts';
import { findScannerSetup, type SetupOutcome } from '../../../domain/scan/wedge/setup/find-scanner-setup.ts';
import { type SetupCode, setupCodes } from '../../../domain/scan/wedge/setup/setup-codes.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { QrCode } from '../../../ui/qr-code.tsx';
import { storeScannerSetup } from '../../scanner/stored-setup.ts';
import { useKeyRecording } from '../../scanner/use-key-recording.ts';
import { ConnectedScanners } from './connected-scanners.tsx';
import { RefusedScans } from './refused-scans.tsx';
import { SetupFindings } from './setup-findings.tsx';
import { TrustList } from './trust-list.tsx';

const codes = Object.keys(setupCodes) as SetupCode[];

/** Two test codes to scan or print, and what they tell about the scanner. What was found is kept. */
export function ScannerSetupDialog({ onClose }: { onClose(): void }) {
  const { t } = useTranslation();
  const [outcomes, setOutcomes] = useState<Partial<Record<SetupCode, SetupOutcome>>>({});
  useKeyRecording({
    enabled: true,
    onRecording: (records) => {
      const { code, outcome } = bestOutcome(records, outcomes);
      if (outcome.findings && code === 'layout') storeScannerSetup(outcome.findings);
      setOutcomes({ ...outcomes, [code]: outcome });
    },
  });
  return (
    <Dialog
      opened
      onClose={onClose}
      size="xl"
      title={t('scannerSetup.title')}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <p>{t('scannerSetup.text')}</p>
      <div className="scanner-setup-codes">
        {codes.map((code) => (
          <section key={code} data-testid={`setup-${code}`}>
            <h3>{t(`scannerSetup.codes.${code}`)}</h3>
            <div className="scanner-setup-code">
              <QrCode text={setupCodes[code]} label={t(`scannerSetup.codes.${code}`)} />
            </div>
            <SetupFindings outcome={outcomes[code]} />
          </section>
        ))}
      </div>
      <ConnectedScanners />
      <RefusedScans />
      <TrustList />
      <div className="desk-actions">
        <Button
          variant="default"
          leftSection={<IconPrinter size={20} aria-hidden />}
          onClick={() => window.print()}
        >
          {t('scannerSetup.print')}
        </Button>
        <Button onClick={onClose}>{t('close')}</Button>
      </div>
    </Dialog>
  );
}

/** Which of the two codes it was; what is neither counts for the one that is still to be scanned. */
function bestOutcome(
  records: readonly KeyRecord[],
  known: Partial<Record<SetupCode, SetupOutcome>>,
): { code: SetupCode; outcome: SetupOutcome } {
  const tried = codes.map((code) => ({ code, outcome: findScannerSetup(records, code) }));
  const [first] = tried;
  const open = tried.find(({ code }) => !known[code]?.findings);
  const chosen = tried.find(({ outcome }) => outcome.findings) ?? open ?? first;
  if (!chosen) throw new Error('There are no test codes.');
  return chosen;
}
