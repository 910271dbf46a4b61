import { areaTexts } from '../../i18n/area-texts.ts';

export const templatesRefusals = areaTexts({
  de: {
    'draft-unknown': 'Diesen Entwurf gibt es nicht mehr. Er wurde veröffentlicht oder verworfen.',
    'draft-changed': 'Jemand anderes hat den Entwurf geändert. Bitte neu öffnen, dann weiterarbeiten.',
    'template-faulty': 'Die Vorlage hat noch Fehler. Bitte zuerst die genannten Punkte ändern.',
    'draft-unchanged': 'Der Entwurf unterscheidet sich nicht von der geltenden Version.',
    'message-incomplete': 'Die Mitteilung braucht beide Sprachen, oder keine.',
    'nothing-to-push': 'Alle Pässe zeigen schon die geltende Version.',
    'image-unreadable': 'Die Datei ist kein lesbares Bild. Bitte ein PNG, JPEG oder WebP wählen.',
    'image-kind-unknown': 'Diese Art von Bild geht nicht. Bitte ein PNG, JPEG oder WebP wählen.',
    'image-too-heavy': 'Das Bild ist zu groß. Erlaubt sind höchstens 5 MB.',
    'image-too-small': 'Das Bild hat zu wenige Pixel und würde unscharf. Bitte ein größeres wählen.',
    'image-wrong-shape': 'Das Bild hat die falsche Form für diesen Platz. Bitte zuschneiden.',
    'images-unavailable':
      'Auf diesem Computer lassen sich keine Bilder verarbeiten. Alles andere geht weiter.',
    'image-unknown': 'Dieses Bild gibt es nicht mehr.',
    'pass-not-signed': 'Der Pass wird gerade signiert. Bitte gleich noch einmal versuchen.',
  },
  en: {
    'draft-unknown': 'This draft is gone. It was published or discarded.',
    'draft-changed': 'Somebody else changed the draft. Please open it again, then go on.',
    'template-faulty': 'The template still has faults. Please change the points named first.',
    'draft-unchanged': 'The draft does not differ from the version in force.',
    'message-incomplete': 'The message needs both languages, or none.',
    'nothing-to-push': 'All passes show the version in force already.',
    'image-unreadable': 'The file is not a readable image. Please choose a PNG, JPEG or WebP.',
    'image-kind-unknown': 'This kind of image cannot be used. Please choose a PNG, JPEG or WebP.',
    'image-too-heavy': 'The image is too large. At most 5 MB are allowed.',
    'image-too-small': 'The image has too few pixels and would be blurred. Please choose a larger one.',
    'image-wrong-shape': 'The image has the wrong shape for this place. Please crop it.',
    'images-unavailable': 'Images cannot be processed on this computer. Everything else goes on.',
    'image-unknown': 'This image is gone.',
    'pass-not-signed': 'The pass is being signed. Please try again in a moment.',
  },
});
