import { Button } from '@mantine/core';
import { IconPlug } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ScannerKind, scannerKinds } from '../../scanner/devices/scanner-ports.ts';
import { useDeviceScans, useScanners } from '../../scanner/devices/scanners-context.tsx';
import { useScannerName } from '../../scanner/devices/use-scanner-name.ts';

const kinds = scannerKinds();
const addLabels = { hid: 'scanners.addHid', serial: 'scanners.addSerial' } as const;

/** Scanners in HID POS and serial mode: connect, see, disconnect. */
export function ConnectedScanners() {
  const { t } = useTranslation();
  const { scanners, add, forget } = useScanners();
  const nameOf = useScannerName();
  const [told, setTold] = useState('');
  useDeviceScans(({ scanner }) => setTold(t('scanners.heard', { name: nameOf(scanner) })), true);

  const connect = async (kind: ScannerKind) => {
    setTold('');
    try {
      if (!(await add(kind))) setTold(t('scanners.nothingChosen'));
    } catch {
      setTold(t('scanners.failed'));
    }
  };

  return (
    <section data-testid="connected-scanners">
      <h3>{t('scanners.title')}</h3>
      <p className="station-dim">{t('scanners.text')}</p>
      {kinds.length === 0 && <p>{t('scanners.unsupported')}</p>}
      {kinds.length > 0 && scanners.length === 0 && <p>{t('scanners.none')}</p>}
      <ul className="scanner-setup-devices">
        {scanners.map((scanner) => (
          <li key={scanner.id} data-state={scanner.state}>
            <span>
              <strong>{nameOf(scanner)}</strong> · {t(`scanners.kinds.${scanner.kind}`)} ·{' '}
              {t(`scanners.states.${scanner.state}`)}
            </span>
            <Button
              variant="subtle"
              size="compact-sm"
              aria-label={t('scanners.forgetNamed', { name: nameOf(scanner) })}
              onClick={() => void forget(scanner.id)}
            >
              {t('scanners.forget')}
            </Button>
          </li>
        ))}
      </ul>
      <p role="status">{told}</p>
      <div className="desk-actions">
        {kinds.map((kind) => (
          <Button
            key={kind}
            variant="default"
            leftSection={<IconPlug size={20} aria-hidden />}
            onClick={() => void connect(kind)}
          >
            {t(addLabels[kind])}
          </Button>
        ))}
      </div>
    </section>
  );
}
