import { useTranslation } from 'react-i18next';
import type { ScannerView } from './scanner-fleet.ts';

const MOST_CHARACTERS = 60;

/** What a scanner is called on the screen: its own name, and a number where there are several of them. */
export function useScannerName(): (scanner: ScannerView) => string {
  const { t } = useTranslation();
  return ({ name, number, kind }) => {
    const called = name.trim() === '' ? t(`scanners.unnamed.${kind}`) : name.trim();
    const numbered = number === 1 ? called : `${called.slice(0, MOST_CHARACTERS - 5)} (${number})`;
    return numbered.slice(0, MOST_CHARACTERS);
  };
}
