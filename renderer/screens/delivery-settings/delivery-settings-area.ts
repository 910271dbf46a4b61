import { IconMailCog } from '@tabler/icons-react';
import { area } from '../area.ts';
import { DeliverySettingsScreen } from './delivery-settings-screen.tsx';
import { deliverySettingsTexts } from './delivery-settings-texts.ts';

export const deliverySettingsArea = area({
  id: 'delivery-settings',
  name: { de: 'Versand', en: 'Delivery' },
  icon: IconMailCog,
  access: ['site-lead'],
  Screen: DeliverySettingsScreen,
  texts: { deliverySettings: deliverySettingsTexts },
});
