import { areaTexts } from '../i18n/area-texts.ts';

export const cameraTexts = areaTexts({
  de: {
    picture: 'Bild der Kamera',
    choose: 'Kamera wählen',
    unnamed: 'Kamera {number}',
    torch: 'Licht',
    several: 'Mehrere Codes im Bild. Bitte nur einen zeigen.',
  },
  en: {
    picture: 'Picture of the camera',
    choose: 'Choose camera',
    unnamed: 'Camera {number}',
    torch: 'Light',
    several: 'Several codes in the picture. Please show only one.',
  },
});

export const cameraProblemTexts = areaTexts({
  de: {
    none: 'Keine Kamera gefunden. Bitte Kamera anschließen oder den Handscanner benutzen.',
    denied:
      'Die Kamera ist nicht freigegeben. Bitte in den Systemeinstellungen erlauben oder den Handscanner benutzen.',
    busy: 'Die Kamera wird von einem anderen Programm benutzt. Bitte dieses schließen oder den Handscanner benutzen.',
    lost: 'Die Kamera wurde getrennt. Sie geht von selbst weiter, sobald sie wieder da ist.',
  },
  en: {
    none: 'No camera found. Please connect one or use the hand scanner.',
    denied: 'The camera is not permitted. Please allow it in the system settings or use the hand scanner.',
    busy: 'Another program is using the camera. Please close it or use the hand scanner.',
    lost: 'The camera was disconnected. It goes on by itself as soon as it is back.',
  },
});
