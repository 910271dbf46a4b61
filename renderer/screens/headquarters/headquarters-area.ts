import { IconBuildingBroadcastTower } from '@tabler/icons-react';
import { area } from '../area.ts';
import { HeadquartersScreen } from './headquarters-screen.tsx';
import { headquartersRefusals, headquartersTexts } from './headquarters-texts.ts';

export const headquartersArea = area({
  id: 'headquarters',
  name: { de: 'Zentrale', en: 'Headquarters' },
  icon: IconBuildingBroadcastTower,
  access: ['site-lead'],
  Screen: HeadquartersScreen,
  texts: { headquarters: headquartersTexts },
  refusals: headquartersRefusals,
});
