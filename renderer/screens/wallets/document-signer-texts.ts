import { areaTexts } from '../../i18n/area-texts.ts';

export const documentSignerTexts = areaTexts({
  de: {
    title: 'EU-Impfzertifikate',
    text: 'Wer Impfzertifikate der EU (HCERT) ausstellen darf, unterschreibt sie mit einem eigenen Zertifikat, das die nationale Stelle ausgibt. Sein Schlüssel bleibt im verschlüsselten Speicher dieser Station.',
    none: 'Es ist keines eingespielt. Für Pässe ist es nicht nötig.',
    country: 'Land {country}',
    states: 'bescheinigt: {what}',
    state: { vaccination: 'Impfungen', test: 'Tests', recovery: 'Genesungen' },
    dates: 'gültig von {from} bis {until}',
    inUse: 'unterschreibt Impfzertifikate',
    import: 'Zertifikat einspielen',
    files: 'Zertifikat und Schlüssel (PEM oder .p12)',
    send: 'Prüfen und einspielen',
    done: 'Eingespielt. Impfzertifikate werden ab jetzt damit unterschrieben.',
  },
  en: {
    title: 'EU vaccination certificates',
    text: 'Whoever may issue EU vaccination certificates (HCERT) signs them with a certificate of their own from the national authority. Its key stays in the encrypted store of this station.',
    none: 'None is imported. Passes do not need it.',
    country: 'Country {country}',
    states: 'states: {what}',
    state: { vaccination: 'vaccinations', test: 'tests', recovery: 'recoveries' },
    dates: 'valid from {from} to {until}',
    inUse: 'signs vaccination certificates',
    import: 'Import a certificate',
    files: 'Certificate and key (PEM or .p12)',
    send: 'Check and import',
    done: 'Imported. Vaccination certificates are signed with it from now on.',
  },
});
