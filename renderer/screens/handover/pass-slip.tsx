import { useTranslation } from 'react-i18next';
import type { Language } from '../../../domain/kernel/bilingual.ts';
import { QrCode } from '../../../ui/qr-code.tsx';
import { useStationQuery, useStationStatus } from '../../station-context.tsx';

/** The pass on paper: hidden on the screen, and the only thing that is printed while the dialog is open. */
export function PassSlip({
  personId,
  language,
  name,
}: {
  personId: string;
  language: Language;
  name: string;
}) {
  const { t } = useTranslation();
  const status = useStationStatus();
  const { data } = useStationQuery('passes.face', { personId, language }, ['passes', 'desk']);
  if (!data?.ok) return null;
  const { barcode, shortNumber, logoText, header, secondary, back } = data.value;
  const said = [...header, ...secondary, ...back.filter(({ key }) => key === 'planned-dates')];
  return (
    <section className="pass-slip" aria-hidden="true">
      <h2>{logoText}</h2>
      <p>{status?.centreName}</p>
      <div className="pass-slip-code">
        <QrCode text={barcode} label={shortNumber} />
      </div>
      <p className="pass-slip-number">{shortNumber}</p>
      <p className="pass-slip-name">{name}</p>
      <dl>
        {said.map((field) => (
          <div key={field.key}>
            <dt>{field.label}</dt>
            <dd>{field.value}</dd>
          </div>
        ))}
      </dl>
      <p>{t('handover.slip')}</p>
    </section>
  );
}
