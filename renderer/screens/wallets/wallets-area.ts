import { IconWallet } from '@tabler/icons-react';
import { area } from '../area.ts';
import { documentSignerTexts } from './document-signer-texts.ts';
import { WalletsScreen } from './wallets-screen.tsx';
import { walletsRefusals, walletsTexts } from './wallets-texts.ts';

export const walletsArea = area({
  id: 'wallets',
  name: { de: 'Wallets', en: 'Wallets' },
  icon: IconWallet,
  access: ['site-lead', 'headquarters'],
  Screen: WalletsScreen,
  texts: { wallets: walletsTexts, documentSigner: documentSignerTexts },
  refusals: walletsRefusals,
});
