import { areaTexts } from '../../i18n/area-texts.ts';

export const signInTexts = areaTexts({
  de: {
    title: 'Anmelden',
    filter: 'Name suchen',
    nobody: 'Niemand mit diesem Namen.',
    chooseFirst: 'Bitte zuerst Ihren Namen wählen.',
    pin: 'PIN',
    showPin: 'PIN zeigen',
    deleteDigit: 'Letzte Ziffer löschen',
    submit: 'OK',
    locked: 'gesperrt',
    lockedUntil:
      'Zu viele falsche PINs: gesperrt, wieder ab {until}. Eine Leitung kann früher entsperren, im Bereich „Personal“.',
    trial: 'Testbetrieb: Die PIN steht neben dem Namen.',
    closedBy: {
      service:
        'Das Programm musste im Hintergrund neu starten, deshalb sind alle abgemeldet. Was bestätigt war, ist gespeichert.',
      idle_one: 'Der Bildschirm ist gesperrt, weil hier eine Minute lang niemand etwas eingegeben hat.',
      idle_other: 'Der Bildschirm ist gesperrt, weil hier {count} Minuten lang niemand etwas eingegeben hat.',
    },
    scanIgnored: 'Bitte zuerst anmelden. Der Scan wurde nicht verwendet: danach bitte noch einmal scannen.',
    wrong_one: 'Die PIN stimmt nicht. Noch ein Versuch.',
    wrong_other: 'Die PIN stimmt nicht. Noch {count} Versuche.',
    name: 'Vor- und Nachname',
    newPin: 'Neue PIN',
    newPinRule: '4 bis 6 Ziffern; keine Reihe wie 1234 und keine Wiederholung wie 1111.',
    newPinAgain: 'Neue PIN wiederholen',
    presentPin: 'Bisherige PIN',
    pinsDiffer: 'Die beiden neuen PINs sind nicht gleich.',
    firstTitle: 'Neues Impfzentrum einrichten',
    firstText:
      'Hier arbeitet noch niemand. Geben Sie Ihren Namen und eine PIN ein: Sie werden Leitung dieses Impfzentrums und legen danach alle anderen an.',
    firstSubmit: 'Als Leitung anmelden',
    ownTitle: 'Eigene PIN wählen, {name}',
    ownText: 'Ihre PIN hat jemand anderes vergeben. Wählen Sie jetzt eine, die nur Sie kennen.',
    ownSubmit: 'PIN ändern',
    leave: 'Abmelden',
    recovery: {
      title: 'Code für die Leitung',
      keep: 'Mit diesem Code kommt eine Leitung wieder hinein, wenn ihre PIN gesperrt ist und niemand entsperren kann. Bitte aufschreiben und verschlossen aufbewahren: Er wird nur jetzt gezeigt.',
      written: 'Ich habe den Code notiert',
      use: 'Leitung: mit Code entsperren',
      text: 'Nur für Leitungen: Mit dem Code aus der Einrichtung wählen Sie eine neue PIN. Danach bekommen Sie einen neuen Code.',
      code: 'Code (16 Zeichen)',
      submit: 'Entsperren und anmelden',
      newText: 'Ein neuer Code macht den bisherigen ungültig.',
      make: 'Neuen Code erzeugen',
    },
  },
  en: {
    title: 'Sign in',
    filter: 'Search name',
    nobody: 'Nobody has this name.',
    chooseFirst: 'Please choose your name first.',
    pin: 'PIN',
    showPin: 'Show PIN',
    deleteDigit: 'Delete the last digit',
    submit: 'OK',
    locked: 'locked',
    lockedUntil:
      'Too many wrong PINs: locked, open again from {until}. A site lead can unlock earlier, in the area ‘Staff’.',
    trial: 'Trial: the PIN stands beside the name.',
    closedBy: {
      service:
        'The program had to start again in the background, so everybody is signed out. What was confirmed is saved.',
      idle_one: 'The screen is locked because nobody entered anything here for a minute.',
      idle_other: 'The screen is locked because nobody entered anything here for {count} minutes.',
    },
    scanIgnored: 'Please sign in first. The scan was not used: please scan again afterwards.',
    wrong_one: 'The PIN is wrong. One try left.',
    wrong_other: 'The PIN is wrong. {count} tries left.',
    name: 'First and last name',
    newPin: 'New PIN',
    newPinRule: '4 to 6 digits; no run such as 1234, no repetition such as 1111.',
    newPinAgain: 'Repeat the new PIN',
    presentPin: 'Present PIN',
    pinsDiffer: 'The two new PINs are not the same.',
    firstTitle: 'Set up a new vaccination centre',
    firstText:
      'Nobody works here yet. Enter your name and a PIN: you become the site lead of this centre and add everybody else afterwards.',
    firstSubmit: 'Sign in as site lead',
    ownTitle: 'Choose a PIN of your own, {name}',
    ownText: 'Somebody else gave you your PIN. Now choose one that only you know.',
    ownSubmit: 'Change PIN',
    leave: 'Sign out',
    recovery: {
      title: 'Code for the site lead',
      keep: 'With this code a site lead comes in again when their PIN is locked and nobody can unlock it. Please write it down and keep it locked away: it is shown only now.',
      written: 'I have written the code down',
      use: 'Site lead: unlock with the code',
      text: 'For site leads only: with the code from the set-up you choose a new PIN. You then get a new code.',
      code: 'Code (16 characters)',
      submit: 'Unlock and sign in',
      newText: 'A new code ends the one before.',
      make: 'Make a new code',
    },
  },
});

/** Why somebody was not let in, or why something about staff was not done. */
export const staffRefusals = areaTexts({
  de: {
    'staff-unknown': 'Diese Person arbeitet hier nicht mehr. Bitte den Namen neu wählen.',
    'pin-not-here':
      'An dieser Station hat diese Person noch keine PIN. Eine Leitung kann ihr im Bereich „Personal“ eine geben.',
    'pin-wrong': 'Die PIN stimmt nicht.',
    'pin-locked':
      'Zu viele falsche PINs: vorübergehend gesperrt. Eine Leitung kann im Bereich „Personal“ entsperren.',
    'window-waits':
      'An diesem Fenster wurde zu oft falsch eingegeben. Bitte {seconds} Sekunden warten oder ein anderes Fenster benutzen.',
    'pin-malformed': 'Die PIN muss 4 bis 6 Ziffern haben.',
    'pin-too-simple': 'Diese PIN ist zu leicht zu erraten. Bitte eine andere wählen.',
    'pin-same': 'Das ist die bisherige PIN. Bitte eine andere wählen.',
    'second-person-same': 'Die zweite Person muss jemand anderes sein.',
    'second-person-not-allowed': 'Diese Person hat keine Rolle, die das bestätigen darf.',
    'asker-locked':
      'Zu viele falsche PINs der zweiten Person: Jetzt sind auch Sie vorübergehend gesperrt, und hier kann vorerst nichts bestätigt werden. Gespeichert wurde nichts. Eine Leitung kann im Bereich „Personal“ entsperren.',
    'second-pin-one-time':
      'Diese PIN hat jemand anderes vergeben. Bitte zuerst selbst anmelden und eine eigene wählen.',
    'recovery-refused':
      'Mit diesem Code geht das nicht. Bitte Zeichen für Zeichen prüfen; er gilt nur für Leitungen.',
    'staff-exists': 'Dieses Zentrum ist schon eingerichtet. Bitte anmelden.',
    'name-taken': 'Hier arbeitet schon jemand mit diesem Namen. Bitte einen Zusatz ergänzen.',
    'role-missing': 'Bitte mindestens eine Rolle wählen.',
    'own-roles': 'Die eigenen Rollen kann niemand ändern. Bitte eine andere Leitung darum bitten.',
    'own-account': 'Für sich selbst geht das nicht. Bitte eine andere Leitung darum bitten.',
    'last-site-lead': 'Das ist die einzige Leitung. Bitte zuerst eine zweite Leitung anlegen.',
  },
  en: {
    'staff-unknown': 'This person does not work here any more. Please choose the name again.',
    'pin-not-here':
      'This person has no PIN at this station yet. A site lead can give them one in the area ‘Staff’.',
    'pin-wrong': 'The PIN is wrong.',
    'pin-locked': 'Too many wrong PINs: locked for a while. A site lead can unlock in the area ‘Staff’.',
    'window-waits':
      'Too many wrong entries at this window. Please wait {seconds} seconds or use another window.',
    'pin-malformed': 'The PIN needs 4 to 6 digits.',
    'pin-too-simple': 'This PIN is too easy to guess. Please choose another one.',
    'pin-same': 'This is the present PIN. Please choose another one.',
    'second-person-same': 'The second person must be somebody else.',
    'second-person-not-allowed': 'This person has no role that may confirm this.',
    'asker-locked':
      'Too many wrong PINs of the second person: you are locked out for a while now, too, and nothing can be confirmed here for now. Nothing was saved. A site lead can unlock in the area ‘Staff’.',
    'second-pin-one-time': 'Somebody else gave this PIN. Please sign in first and choose one of your own.',
    'recovery-refused': 'This code does not work. Please check each character; it is for site leads only.',
    'staff-exists': 'This centre is set up already. Please sign in.',
    'name-taken': 'Somebody with this name works here already. Please add something to tell them apart.',
    'role-missing': 'Please choose at least one role.',
    'own-roles': 'Nobody can change their own roles. Please ask another site lead.',
    'own-account': 'You cannot do that for yourself. Please ask another site lead.',
    'last-site-lead': 'This is the only site lead. Please add a second one first.',
  },
});

/** Four eyes, wherever they are asked for. */
export const secondSignInTexts = areaTexts({
  de: {
    title: 'Vier Augen: zweite Person',
    text: 'Jemand anderes prüft mit und bestätigt mit der eigenen PIN. Falsche PINs zählen auch bei Ihnen.',
    who: 'Zweite Person',
    choose: 'Bitte wählen',
    pin: 'PIN der zweiten Person',
    none: 'Dafür braucht es vier Augen: eine zweite Person mit einer dieser Rollen: {roles}. Im Moment kann niemand außer Ihnen bestätigen. Eine Leitung kann im Bereich „Personal“ jemanden anlegen oder entsperren. Bis dahin bleibt alles, wie es ist.',
  },
  en: {
    title: 'Four eyes: second person',
    text: 'Somebody else checks too and confirms with their own PIN. Wrong PINs count against you, too.',
    who: 'Second person',
    choose: 'Please choose',
    pin: 'PIN of the second person',
    none: 'This takes four eyes: a second person with one of these roles: {roles}. At the moment nobody but you can confirm. A site lead can add or unlock somebody in the area ‘Staff’. Until then everything stays as it is.',
  },
});
