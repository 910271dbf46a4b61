import { areaTexts } from '../../i18n/area-texts.ts';

export const certificateTexts = areaTexts({
  de: {
    title: 'Zertifikat von anderswo',
    count: 'Mitzählen',
    countAnyway: 'Trotzdem mitzählen',
    counted: 'Diese Dosen stehen in der Akte und zählen mit.',
    dose: '{date} · {product}',
    doseNumbered: '{ordinal}. Dosis · {date} · {product}',
    checked: 'Ausgestellt von {issuer}, geprüft mit der Vertrauensliste vom {date}.',
  },
  en: {
    title: 'Certificate from elsewhere',
    count: 'Count it',
    countAnyway: 'Count it anyway',
    counted: 'These doses stand in the record and count.',
    dose: '{date} · {product}',
    doseNumbered: 'Dose {ordinal} · {date} · {product}',
    checked: 'Issued by {issuer}, verified with the trust list of {date}.',
  },
});

export const certificateRefusals = areaTexts({
  de: { 'certificate-refused': 'Dieses Zertifikat zählt für diese Person nicht. Bitte ohne weitermachen.' },
  en: { 'certificate-refused': 'This certificate does not count for this person. Please go on without it.' },
});
