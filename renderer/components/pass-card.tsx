import './pass-card.css';
import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import type { PassFace } from '../../contracts/ipc/passes-contract.ts';
import { PassCode } from './pass-code.tsx';
import { usePassImage } from './use-pass-image.ts';

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
        <span className="pass-card-logo">
          <PassImage digest={face.images.logo} className="pass-card-logo-image" />
          {face.logoText}
        </span>
        <Fields fields={face.header} className="pass-card-header-fields" />
      </div>
      {side === 'front' ? (
        <>
          <div className="pass-card-front">
            <PassImage digest={face.images.strip} className="pass-card-strip" />
            <Fields fields={face.primary} className="pass-card-primary" />
            <PassImage digest={face.images.thumbnail} className="pass-card-thumbnail" />
          </div>
          <Fields fields={face.secondary} className="pass-card-row" />
          <Fields fields={face.auxiliary} className="pass-card-row" />
          <div className="pass-card-code" data-barcode={face.barcode} data-format={face.barcodeFormat}>
            <PassCode
              text={face.barcode}
              format={face.barcodeFormat}
              label={t('pass.qr', { number: face.shortNumber })}
            />
            {face.shortNumber}
          </div>
        </>
      ) : (
        <Fields fields={face.back} className="pass-card-back" />
      )}
    </article>
  );
}

/** Said by the texts beside it: a screen reader needs no name for it. */
function PassImage({ digest, className }: { digest: string | undefined; className: string }) {
  const source = usePassImage(digest);
  return source ? <img src={source} alt="" className={className} /> : undefined;
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
