/** Everything the operator's pages say. */
export const consoleTexts = {
  title: { de: 'Zentrale', en: 'Headquarters' },
  firstTitle: { de: 'Erstes Konto anlegen', en: 'Create the first account' },
  firstLead: {
    de: 'Wer dieses Konto hat, verwaltet alle Zentren. Der Link gilt, bis ein Konto angelegt ist.',
    en: 'Whoever has this account looks after all centres. The link is valid until an account exists.',
  },
  firstGone: {
    de: 'Dieser Link gilt nicht mehr. Bitte melden Sie sich mit Ihrem Konto an.',
    en: 'This link is no longer valid. Please sign in with your account.',
  },
  name: { de: 'Name', en: 'Name' },
  password: { de: 'Passwort (mindestens 12 Zeichen)', en: 'Password (at least 12 characters)' },
  create: { de: 'Konto anlegen', en: 'Create account' },
  signInTitle: { de: 'Anmelden', en: 'Sign in' },
  signIn: { de: 'Anmelden', en: 'Sign in' },
  signOut: { de: 'Abmelden', en: 'Sign out' },
  signInWrong: {
    de: 'Name oder Passwort stimmen nicht. Bitte versuchen Sie es noch einmal.',
    en: 'Name or password is wrong. Please try again.',
  },
  tooShort: {
    de: 'Bitte geben Sie einen Namen und ein Passwort mit mindestens 12 Zeichen ein.',
    en: 'Please enter a name and a password of at least 12 characters.',
  },
  centres: { de: 'Zentren', en: 'Centres' },
  noCentre: {
    de: 'Noch kein Zentrum. Legen Sie unten das erste an.',
    en: 'No centre yet. Add the first below.',
  },
  addCentre: { de: 'Zentrum anlegen', en: 'Add a centre' },
  centreId: {
    de: 'Kürzel (Kleinbuchstaben, Ziffern, Bindestrich)',
    en: 'Short name (lower-case letters, digits, hyphen)',
  },
  centreName: { de: 'Name des Zentrums', en: 'Name of the centre' },
  address: { de: 'Adresse', en: 'Address' },
  phone: { de: 'Telefon', en: 'Phone' },
  email: { de: 'E-Mail', en: 'E-mail' },
  centreTaken: {
    de: 'Dieses Kürzel hat schon ein anderes Zentrum. Bitte wählen Sie ein anderes.',
    en: 'Another centre has this short name already. Please choose another one.',
  },
  centreWrong: {
    de: 'Bitte prüfen Sie Kürzel und Namen: das Kürzel hat nur Kleinbuchstaben, Ziffern und Bindestriche.',
    en: 'Please check the names: the short name has only lower-case letters, digits and hyphens.',
  },
} as const satisfies Readonly<Record<string, { de: string; en: string }>>;

export type ConsoleText = keyof typeof consoleTexts;
