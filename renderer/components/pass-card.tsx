import './pass-card.css';
import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import type { PassFace } from '../../contracts/ipc/passes-contract.ts';
import { QrCode } from './qr-code.tsx';

/** A pass as the phone shows it: the front with its code, or the back with everything else. */
export function PassCard({ face, side }: { face: PassFace; side: 'front' | 'back' }) {
  const { t } = useTranslation();
  const colours = {
    '--pass-background': face.background,
    '--pass-foreground': face.foreground,
    '--pass-label': face.labelColour,
  } as CSSProperties;
  return (
    <article className="pass-card" style={colours} data-testid="pass-card">
      <div className="pass-card-head">
        <span>{face.logoText}</span>
        <Fields fields={face.header} className="pass-card-header-fields" />
      </div>
      {side === 'front' ? (
        <>
          <Fields fields={face.primary} className="pass-card-primary" />
          <Fields fields={face.secondary} className="pass-card-row" />
          <Fields fields={face.auxiliary} className="pass-card-row" />
          <div className="pass-card-code" data-barcode={face.barcode}>
            <QrCode text={face.barcode} label={t('pass.qr', { number: face.shortNumber })} />
            {face.shortNumber}
          </div>
        </>
      ) : (
        <Fields fields={face.back} className="pass-card-back" />
      )}
    </article>
  );
}

function Fields({ fields, className }: { fields: PassFace['back']; className: string }) {
  return (
    <dl className={className}>
      {fields.map((field) => (
        <div key={field.key}>
          <dt>{field.label}</dt>
          <dd>{field.value}</dd>
        </div>
      ))}
    </dl>
  );
}
