import { expect, test } from 'vitest';
import { z } from 'zod';
import { eventSchemas } from '../../../contracts/events/event-schemas.ts';
import { storedDate } from '../../../contracts/events/stored-values.ts';

const code = 'made or given by a machine or an authority';
const centre = 'says what the centre is to everybody';
const vaccine = 'says which vaccine, of nobody in particular';
const place = 'a place, of nobody in particular';
const everybody = 'is read by everybody with a date; the screen asks for no names of people';
const staff = 'words of the staff about goods; the screen asks for no names of people where they are free';

/** Why each text that is sealed under nobody's key may stand in the clear, for as long as the log. */
const reasons: Readonly<Record<string, string>> = {
  'AppointmentBooked.centre': place,
  'AppointmentMoved.from.centre': place,
  'AppointmentMoved.to.centre': place,
  'CentreDescribed.address': centre,
  'CentreDescribed.districtKey': code,
  'CentreDescribed.name': centre,
  'CentreDescribed.phone': centre,
  'CentreDescribed.timeZone': code,
  'CentreMessageOrdered.messageId': code,
  'CentreMessageOrdered.words.de': everybody,
  'CentreMessageOrdered.words.en': everybody,
  'CentreMessageSettled.messageId': code,
  'CertificateRequested.certificateRequestId': code,
  'CertificateRequested.organisation': centre,
  'DestinationChanged.address': centre,
  'DestinationChanged.proxy': centre,
  'DestinationChanged.publicUrl': centre,
  'DocumentSignerImported.country': code,
  'DocumentSignerImported.kid': code,
  'DoseAdministered.lot': vaccine,
  'DoseAdministered.vaccinator': 'an id of the staff',
  'DoseCorrected.after.lot': vaccine,
  'DoseCorrected.after.vaccinator': 'an id of the staff',
  'DoseCorrected.before.lot': vaccine,
  'DoseCorrected.before.vaccinator': 'an id of the staff',
  'DoseDrawn.lot': vaccine,
  'DrawMoved.from.lot': vaccine,
  'DrawMoved.lot': vaccine,
  'DosesElsewhereCounted.doses[].lot': vaccine,
  'DosesElsewhereCounted.doses[].productName': vaccine,
  'DosesElsewhereCounted.source.issuer': 'the authority that signed a certificate',
  'DosesElsewhereCounted.source.kind': code,
  'FridgeAdded.name': centre,
  'FridgeTemperatureNoted.note': staff,
  'GoogleWalletRemoved.issuerId': code,
  'GoogleWalletSet.accountMail': 'a technical account at Google',
  'GoogleWalletSet.issuerId': code,
  'HeadquartersJoined.headquarters': centre,
  'HolidaySet.name': centre,
  'ImportTakenBack.importId': code,
  'LotBlocked.lot': vaccine,
  'LotBlocked.reason': staff,
  'LotExpiryExtended.lot': vaccine,
  'LotExpiryExtended.source': staff,
  'LotReleased.lot': vaccine,
  'LotReleased.reason': staff,
  'PaperDoseCorrected.lot': vaccine,
  'PaperDoseCorrected.productName': vaccine,
  'PassCertificateImported.fingerprint': code,
  'PassCertificateImported.passTypeId': code,
  'PassCertificateImported.teamId': code,
  'PassIssued.templateId': code,
  'PassRedesigned.message.de': 'the same words on every pass',
  'PassRedesigned.message.en': 'the same words on every pass',
  'PassRedesigned.templateId': code,
  'PeopleImported.importId': code,
  'RegistrationWithdrawn.importId': code,
  'ScheduleVersionActivated.book': code,
  'ScheduleVersionActivated.group': code,
  'ScheduleVersionActivated.source': vaccine,
  'ScheduleVersionActivated.version': code,
  'ScreeningAnswered.questionnaire.id': code,
  'ScreeningAnsweredAhead.questionnaire.id': code,
  'ScreeningSwitched.questionnaire.id': code,
  'SlotTemplateSaved.hours[].from': code,
  'SlotTemplateSaved.hours[].to': code,
  'SlotTemplateSaved.name': centre,
  'SlotsOpened.lanes[].hours[].from': code,
  'SlotsOpened.lanes[].hours[].to': code,
  'StockCounted.lot': vaccine,
  'StockReceived.lot': vaccine,
  'StockReceived.productCode': code,
  'StockReceived.serial': code,
  'StockReceived.source': staff,
  'TemplatePublished.template.announcements{}.de': 'the same words on every pass',
  'TemplatePublished.template.announcements{}.en': 'the same words on every pass',
  'TemplatePublished.template.colours.background': code,
  'TemplatePublished.template.colours.foreground': code,
  'TemplatePublished.template.colours.label': code,
  'TemplatePublished.template.description.de': 'the same words on every pass',
  'TemplatePublished.template.description.en': 'the same words on every pass',
  'TemplatePublished.template.houseRules.de': 'the same words on every pass',
  'TemplatePublished.template.houseRules.en': 'the same words on every pass',
  'TemplatePublished.template.labels{}.de': 'the same words on every pass',
  'TemplatePublished.template.labels{}.en': 'the same words on every pass',
  'TemplatePublished.template.locations[].text.de': 'the same words on every pass',
  'TemplatePublished.template.locations[].text.en': 'the same words on every pass',
  'TemplatePublished.template.logoText.de': 'the same words on every pass',
  'TemplatePublished.template.logoText.en': 'the same words on every pass',
  'TemplatePublished.template.organisationName': centre,
  'TemplatePublished.template.templateId': code,
  'TrustListImported.digest': code,
  'VialCodeLearned.code': code,
  'VialDataConfirmed.source': staff,
  'VialDiscarded.lot': vaccine,
  'VialDiscarded.note': staff,
  'VialOpened.lot': vaccine,
  'VialOpened.serial': code,
  'WarningConfirmed.code': code,
};

interface Shape {
  readonly type?: string;
  readonly [word: string]: unknown;
}

/** Where a text may be anything: no choice of words, no date, no moment, no id. */
function openTexts(shape: Shape, at: string): string[] {
  const isChosen = 'enum' in shape || 'const' in shape || 'format' in shape || 'pattern' in shape;
  const isBounded = isChosen || 'isDate' in shape || shape.maxLength === 128;
  const properties = Object.entries((shape.properties ?? {}) as Record<string, Shape>);
  const choices = ['anyOf', 'oneOf', 'allOf'].flatMap((word) => (shape[word] ?? []) as Shape[]);
  const rest = shape.additionalProperties;
  return [
    ...(shape.type === 'string' && !isBounded ? [at] : []),
    ...properties.flatMap(([name, inner]) => (name === 'personal' ? [] : openTexts(inner, `${at}.${name}`))),
    ...(shape.items ? openTexts(shape.items as Shape, `${at}[]`) : []),
    ...choices.flatMap((choice) => openTexts(choice, at)),
    ...(typeof rest === 'object' && rest !== null ? openTexts(rest as Shape, `${at}{}`) : []),
  ];
}

test('each text of an event that no key seals has a reason to stand in the clear', () => {
  const found = Object.entries(eventSchemas).flatMap(([type, versions]) =>
    Object.values<z.ZodType>(versions).flatMap((schema) => openTexts(shapeOf(schema), type)),
  );
  expect([...new Set(found)].sort()).toEqual(Object.keys(reasons).sort());
});

test('a text that is new is found without a line', () => {
  const schema = z.strictObject({
    day: storedDate,
    note: z.string(),
    personal: z.strictObject({ a: z.string() }),
  });
  expect(openTexts(shapeOf(schema), 'New')).toEqual(['New.note']);
});

function shapeOf(schema: z.ZodType): Shape {
  return z.toJSONSchema(schema, {
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => {
      if ((zodSchema as unknown) === storedDate) jsonSchema.isDate = true;
    },
  }) as unknown as Shape;
}
