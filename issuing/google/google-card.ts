import type { GoogleCardView } from '../../contracts/ipc/wallets-contract.ts';
import type { Language } from '../../domain/kernel/bilingual.ts';
import { barcodeFormats } from '../../domain/passes/pass-template.ts';
import { barcodeTypes } from './generic-object.ts';
import { valueIn } from './localized-string.ts';
import type { GenericObject, GenericPrivatePass } from './wallet-resources.ts';

/** A neutral card as Google Wallet draws it, in one language, made from what is really sent. */
export function cardOfObject(object: GenericObject, language: Language): GoogleCardView {
  const rows = rowsOf(object, language);
  const isFront = ({ id }: { id: string }) => id === 'reference' || id === 'doses';
  return {
    title: valueIn(object.cardTitle, language),
    label: valueIn(object.subheader, language),
    header: valueIn(object.header, language),
    background: object.hexBackgroundColor,
    isActive: object.state === 'ACTIVE',
    rows: rows.filter(isFront),
    details: rows.filter((row) => !isFront(row)),
    ...codeOf(object),
  };
}

/** A private pass is in one language, its holder's, whatever the screen speaks. */
export function cardOfPrivatePass(pass: GenericPrivatePass): GoogleCardView {
  const rows = pass.textModulesData.map(({ id, header, body }) => ({ id, label: header, value: body }));
  return {
    title: pass.header.defaultValue.value,
    label: '',
    header: pass.title.defaultValue.value,
    background: pass.hexBackgroundColor,
    isActive: pass.barcode !== undefined,
    rows: rows.slice(0, frontRows),
    details: rows.slice(frontRows),
    ...codeOf(pass),
  };
}

const frontRows = 3;

function rowsOf({ textModulesData }: GenericObject, language: Language): GoogleCardView['rows'] {
  return textModulesData.map(({ id, localizedHeader, localizedBody }) => ({
    id,
    label: valueIn(localizedHeader, language),
    value: valueIn(localizedBody, language),
  }));
}

function codeOf({ barcode }: Pick<GenericObject, 'barcode'>): Partial<GoogleCardView> {
  if (!barcode) return {};
  const format = barcodeFormats.find((each) => barcodeTypes[each] === barcode.type) ?? 'qr';
  return { barcode: barcode.value, barcodeFormat: format, alternateText: barcode.alternateText };
}
