import type { PassTemplate } from '../../domain/passes/pass-template.ts';
import { classIdOf } from './wallet-ids.ts';
import type { GenericClass } from './wallet-resources.ts';

export interface ClassOptions {
  readonly issuerId: string;
  /** Where Google tells that a card was saved or deleted: public HTTPS, so headquarters alone can have one. */
  readonly callbackUrl?: string;
}

/**
 * What all cards of a template share. The phone must be unlocked to see one, and one holder may have it on all of
 * their own devices; the row on the front names the next date and the number to ask with.
 */
export function genericClass(template: PassTemplate, { issuerId, callbackUrl }: ClassOptions): GenericClass {
  return {
    id: classIdOf(issuerId, template.templateId),
    classTemplateInfo: {
      cardTemplateOverride: {
        cardRowTemplateInfos: [{ twoItems: { startItem: itemOf('reference'), endItem: itemOf('doses') } }],
      },
    },
    multipleDevicesAndHoldersAllowedStatus: 'ONE_USER_ALL_DEVICES',
    viewUnlockRequirement: 'UNLOCK_REQUIRED_TO_VIEW',
    ...(callbackUrl ? { callbackOptions: { url: callbackUrl } } : {}),
  };
}

function itemOf(module: string) {
  return { firstValue: { fields: [{ fieldPath: `object.textModulesData['${module}']` }] } };
}
