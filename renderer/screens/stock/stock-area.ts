import { IconVaccineBottle } from '@tabler/icons-react';
import { maySeeStock } from '../../../domain/stock/who-may.ts';
import { area } from '../area.ts';
import { StockScreen } from './stock-screen.tsx';
import { stockTexts } from './stock-texts.ts';

export const stockArea = area({
  id: 'stock',
  name: { de: 'Bestand', en: 'Stock' },
  icon: IconVaccineBottle,
  access: maySeeStock,
  Screen: StockScreen,
  takesScans: true,
  texts: { stock: stockTexts },
});
