import { useTranslation } from 'react-i18next';
import { Table } from '../../../ui/table.tsx';
import { useFormats } from '../../i18n/use-formats.ts';
import { useStationQuery } from '../../station-context.tsx';

/** The last codes that could not be used, without their content, and what they say about the scanners. */
export function RefusedScans() {
  const { t } = useTranslation();
  const formats = useFormats();
  const { data: answer } = useStationQuery('scanning.refused', {}, []);
  const refused = answer?.ok ? answer.value : undefined;
  return (
    <section data-testid="refused-scans">
      <h3>{t('scanners.refused.title')}</h3>
      <p className="station-dim">{t('scanners.refused.text')}</p>
      {answer?.ok === false && <p role="alert">{t('scanners.refused.failed')}</p>}
      {refused?.advice.map((sentence) => (
        <p key={sentence.de} className="scanner-setup-advice">
          {sentence[formats.language]}
        </p>
      ))}
      {refused?.scans.length === 0 && <p>{t('scanners.refused.none')}</p>}
      {refused && refused.scans.length > 0 && (
        <Table>
          <thead>
            <tr>
              <th>{t('scanners.refused.when')}</th>
              <th>{t('scanners.refused.how')}</th>
              <th>{t('scanners.refused.length')}</th>
              <th>{t('scanners.refused.reason')}</th>
            </tr>
          </thead>
          <tbody>
            {refused.scans.map(({ scannedAt, via, scanner, symbology, length, refusal, words }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two scans of one moment have nothing else apart
              <tr key={index}>
                <td>{formats.clock(scannedAt)}</td>
                <td>
                  {scanner ?? t(`scanners.refused.vias.${via}`)}
                  {symbology && ` · ${symbology}`}
                </td>
                <td>{length}</td>
                <td title={refusal}>{words[formats.language]}</td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </section>
  );
}
