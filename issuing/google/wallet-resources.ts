import type { LocalizedString } from './localized-string.ts';

/** What crosses to Google, in Google's own words; only the parts that this product sends. */
export interface GenericClass {
  readonly id: string;
  readonly classTemplateInfo: object;
  readonly multipleDevicesAndHoldersAllowedStatus: 'ONE_USER_ALL_DEVICES';
  readonly viewUnlockRequirement: 'UNLOCK_REQUIRED_TO_VIEW' | 'UNLOCK_NOT_REQUIRED';
  readonly callbackOptions?: { readonly url: string };
}

export type ObjectState = 'ACTIVE' | 'EXPIRED' | 'INACTIVE';

export interface GenericObject {
  readonly id: string;
  readonly classId: string;
  readonly genericType: 'GENERIC_OTHER';
  readonly state: ObjectState;
  readonly cardTitle: LocalizedString;
  readonly subheader: LocalizedString;
  readonly header: LocalizedString;
  readonly hexBackgroundColor: string;
  readonly textModulesData: readonly TextModule[];
  readonly barcode?: Barcode;
  readonly rotatingBarcode?: RotatingBarcode;
  readonly validTimeInterval?: { readonly end: { readonly date: string } };
  readonly passConstraints: { readonly screenshotEligibility: 'INELIGIBLE' };
}

export interface TextModule {
  readonly id: string;
  readonly localizedHeader: LocalizedString;
  readonly localizedBody: LocalizedString;
}

export type BarcodeType = 'QR_CODE' | 'AZTEC' | 'PDF_417' | 'CODE_128';

export interface Barcode {
  readonly type: BarcodeType;
  readonly value: string;
  /** Written below the code, for when no scanner reads it. */
  readonly alternateText: string;
}

export interface RotatingBarcode {
  readonly type: BarcodeType;
  readonly valuePattern: string;
  readonly alternateText: string;
  readonly totpDetails: {
    readonly periodMillis: string;
    readonly algorithm: 'TOTP_SHA1';
    readonly parameters: readonly { readonly key: string; readonly valueLength: number }[];
  };
}

/** A pass whose whole content travels in the signed link and is kept by the phone alone. */
export interface GenericPrivatePass {
  readonly id: string;
  readonly type: 'GENERIC_PRIVATE_PASS_TYPE_UNSPECIFIED';
  readonly header: LocalizedString;
  readonly title: LocalizedString;
  readonly hexBackgroundColor: string;
  readonly textModulesData: readonly {
    readonly id: string;
    readonly header: string;
    readonly body: string;
  }[];
  readonly barcode?: Barcode;
}

export interface WalletMessage {
  readonly id: string;
  readonly messageType: 'TEXT' | 'TEXT_AND_NOTIFY';
  readonly header: string;
  readonly body: string;
  readonly localizedHeader: LocalizedString;
  readonly localizedBody: LocalizedString;
}
