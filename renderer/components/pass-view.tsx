import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PassFace } from '../../contracts/ipc/passes-contract.ts';
import type { GoogleCardView } from '../../contracts/ipc/wallets-contract.ts';
import { GooglePassCard } from './google-pass-card.tsx';
import { PassCard } from './pass-card.tsx';

/** A pass as each wallet shows it: the iPhone's, and where the centre uses Google the Android's beside it. */
export function PassView(props: {
  face: PassFace;
  side: 'front' | 'back';
  card: GoogleCardView | undefined;
}) {
  const { t } = useTranslation();
  const [wallet, setWallet] = useState<'apple' | 'google'>('apple');
  const { face, side, card } = props;
  return (
    <>
      {card && (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset would bring its own frame above the card
        <div className="pass-view-choice" role="group" aria-label={t('wallets.card.view')}>
          {(['apple', 'google'] as const).map((each) => (
            <button
              key={each}
              type="button"
              aria-pressed={wallet === each}
              onClick={() => setWallet(each)}
              data-testid={`view-${each}`}
            >
              {t(`wallets.card.${each}`)}
            </button>
          ))}
        </div>
      )}
      {card && wallet === 'google' ? <GooglePassCard card={card} /> : <PassCard face={face} side={side} />}
    </>
  );
}
