import './google-pass-card.css';
import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import type { GoogleCardView } from '../../contracts/ipc/wallets-contract.ts';
import { PassCode } from './pass-code.tsx';

/** A card as Google Wallet shows it: title, header, a row, the code, and the details below. */
export function GooglePassCard({ card }: { card: GoogleCardView }) {
  const { t } = useTranslation();
  const colour = { '--google-card-background': card.background } as CSSProperties;
  return (
    <article
      className="google-card"
      style={colour}
      aria-label={t('wallets.card.title')}
      data-testid="google-card"
      data-active={card.isActive}
    >
      <div className="google-card-front">
        <strong className="google-card-title">{card.title}</strong>
        <p className="google-card-header">
          {card.label !== '' && <span>{card.label}</span>}
          {card.header}
        </p>
        <Rows rows={card.rows} className="google-card-row" />
        {card.barcode !== undefined && card.isActive ? (
          <div
            className="google-card-code"
            data-barcode={card.barcode}
            data-format={card.barcodeFormat ?? 'qr'}
          >
            <PassCode
              text={card.barcode}
              format={card.barcodeFormat ?? 'qr'}
              label={t('wallets.card.code', { number: card.alternateText ?? '' })}
            />
            {card.alternateText}
          </div>
        ) : (
          <p className="google-card-inactive">{t('wallets.card.inactive')}</p>
        )}
      </div>
      {card.details.length > 0 && (
        <div className="google-card-details">
          <h4>{t('wallets.card.details')}</h4>
          <Rows rows={card.details} className="google-card-list" />
        </div>
      )}
    </article>
  );
}

function Rows({ rows, className }: { rows: GoogleCardView['rows']; className: string }) {
  return (
    <dl className={className}>
      {rows.map(({ id, label, value }) => (
        <div key={id}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
