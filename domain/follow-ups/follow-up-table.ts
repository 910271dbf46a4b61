import type { Topic } from '../kernel/topic.ts';
import { dateFollowsItsDose, datesFollowOtherDoses } from './date-follow-ups.ts';
import { erasureEndsAll } from './erasure-follow-ups.ts';
import type { EventType, FollowUp } from './follow-up.ts';
import {
  cardFollowsPass,
  classFollowsTemplate,
  passesAreRecounted,
  passIsSigned,
  passIsSignedAgain,
} from './issuing-follow-ups.ts';
import { bookingIsTold, changeIsTold, offerIsTold } from './message-follow-ups.ts';
import { passFollowsRecord } from './pass-follow-ups.ts';
import {
  freePlaceIsOffered,
  offerEndsWithWaiting,
  offersEndWithSlots,
  waitingEndsWithPlace,
} from './place-follow-ups.ts';

/** What follows from events of one type, in this order, and which windows show something of it. */
export type FollowUpRow<Type extends EventType> = {
  readonly topics: readonly Topic[];
} & (
  | { readonly follows: readonly Pick<FollowUp<Type>, 'name' | 'decidedBy' | 'needs' | 'follow'>[] }
  /** Nothing follows, and why that is right. */
  | { readonly nothing: string }
);

/**
 * What follows from each event. A type that is missing does not compile: whoever adds an event says what follows from
 * it, also where that is nothing.
 */
export const followUpTable: { readonly [Type in EventType]: FollowUpRow<Type> } = {
  PersonRegistered: {
    topics: ['people'],
    nothing: 'a pass comes with the first date, not with the record',
  },
  PersonCorrected: { topics: ['people', 'desk', 'passes'], follows: [passFollowsRecord] },
  PersonNumbered: { topics: ['people'], nothing: 'the number of a list is on no pass' },
  PersonsLinked: { topics: ['people', 'desk'], follows: [passFollowsRecord] },
  PersonsUnlinked: { topics: ['people', 'desk'], follows: [passFollowsRecord] },
  PersonsToldApart: { topics: ['people', 'desk'], follows: [passFollowsRecord] },
  PersonRestricted: {
    topics: ['people', 'desk', 'passes'],
    nothing:
      'dates and pass stay as they are; nobody writes to the person and nothing is signed until it is lifted',
  },
  RestrictionLifted: { topics: ['people', 'desk', 'passes'], follows: [passIsSignedAgain] },
  PersonErased: { topics: ['people', 'desk', 'passes', 'system'], follows: [erasureEndsAll] },
  ConsentRecorded: { topics: ['people'], nothing: 'it counts from the next message on' },
  RegistrationWithdrawn: {
    topics: ['people', 'desk', 'passes', 'appointments', 'board'],
    nothing:
      'the import that is taken back destroys the key and drops what waits; the clock offers the places',
  },

  AppointmentBooked: {
    topics: ['desk', 'appointments', 'board'],
    follows: [passFollowsRecord, bookingIsTold],
  },
  AppointmentMoved: {
    topics: ['desk', 'appointments', 'board'],
    follows: [passFollowsRecord, changeIsTold, freePlaceIsOffered],
  },
  AppointmentCancelled: {
    topics: ['desk', 'appointments', 'board'],
    follows: [passFollowsRecord, changeIsTold, freePlaceIsOffered],
  },
  AppointmentReplanned: { topics: ['desk', 'appointments', 'board'], follows: [passFollowsRecord] },
  NoShowRecorded: { topics: ['desk', 'appointments', 'board'], follows: [passFollowsRecord] },
  CheckedIn: { topics: ['desk', 'board'], follows: [passFollowsRecord] },
  CheckInUndone: { topics: ['desk', 'appointments', 'board'], follows: [passFollowsRecord] },
  VisitEndedWithoutDose: { topics: ['desk', 'appointments', 'board'], follows: [passFollowsRecord] },
  VisitResumed: { topics: ['desk', 'appointments', 'board'], follows: [passFollowsRecord] },
  VisitStageReached: { topics: ['board'], nothing: 'where somebody is in the house is on no pass' },

  SlotTemplateSaved: { topics: ['appointments', 'board'], nothing: 'days that are open stay as they are' },
  SlotTemplateRemoved: { topics: ['appointments', 'board'], nothing: 'days that are open stay as they are' },
  HolidaySet: { topics: ['appointments'], nothing: 'only a day without slots becomes a holiday' },
  HolidayLifted: { topics: ['appointments'], nothing: 'slots are opened by somebody, not by themselves' },
  SlotsOpened: { topics: ['appointments', 'board'], follows: [freePlaceIsOffered] },
  SlotsClosed: { topics: ['desk', 'appointments', 'board'], follows: [offersEndWithSlots] },

  OnlineShareSet: {
    topics: ['appointments'],
    nothing: 'headquarters offers by it from then on; dates that are booked stay',
  },

  StandbyJoined: { topics: ['appointments', 'board'], follows: [freePlaceIsOffered] },
  StandbyLeft: { topics: ['appointments', 'board'], follows: [offerEndsWithWaiting, freePlaceIsOffered] },
  StandbyOffered: { topics: ['appointments', 'board', 'desk'], follows: [offerIsTold] },
  StandbyOfferEnded: {
    topics: ['appointments', 'board', 'desk'],
    follows: [waitingEndsWithPlace, freePlaceIsOffered],
  },

  DoseAdministered: { topics: ['desk', 'board'], follows: [passFollowsRecord, dateFollowsItsDose] },
  DoseCorrected: {
    topics: ['desk', 'people', 'board', 'stock', 'appointments'],
    follows: [passFollowsRecord, datesFollowOtherDoses],
  },
  DoseVoided: { topics: ['desk', 'board'], follows: [passFollowsRecord, datesFollowOtherDoses] },
  PaperDoseCorrected: {
    topics: ['desk', 'people', 'appointments'],
    follows: [passFollowsRecord, datesFollowOtherDoses],
  },
  DosesElsewhereCounted: {
    topics: ['desk', 'people'],
    follows: [passFollowsRecord, datesFollowOtherDoses],
  },

  AdverseEventRecorded: {
    topics: ['board', 'desk', 'people', 'system'],
    nothing: 'a person reports it; until then every window says how long there is left',
  },
  AdverseEventReported: { topics: ['board', 'desk', 'people', 'system'], nothing: 'the health office knows' },
  IdentityConfirmed: { topics: ['desk'], nothing: 'whoever gives the dose goes on' },
  ConsentGiven: { topics: ['desk', 'people'], nothing: 'whoever gives the dose goes on' },
  ConsentWithdrawn: {
    topics: ['desk', 'people'],
    nothing: 'no dose by it from now on; one that was given stays given',
  },
  ScreeningAnswered: { topics: ['desk'], nothing: 'whoever gives the dose, or the doctor, reads it' },
  ScreeningAnsweredAhead: {
    topics: ['desk'],
    nothing: 'it is gone through with the person when they are here',
  },
  ScreeningCleared: { topics: ['desk'], nothing: 'whoever gives the dose goes on' },
  ObservationSet: { topics: ['board'], nothing: 'whoever is at the board releases them when it is over' },
  ObservationEnded: { topics: ['board'], nothing: 'where somebody is in the house is on no pass' },

  PassIssued: { topics: ['passes', 'desk'], follows: [passIsSigned, cardFollowsPass] },
  PassUpdated: { topics: ['passes', 'desk'], follows: [passIsSigned, cardFollowsPass] },
  PassRedesigned: { topics: ['passes', 'templates'], follows: [passIsSigned, cardFollowsPass] },
  PassVoided: { topics: ['passes', 'desk'], follows: [passIsSigned, cardFollowsPass] },
  PassHandedOver: { topics: ['handover', 'system'], nothing: 'the phone has the pass as it is' },
  PassScanned: { topics: [], nothing: 'a scan elsewhere checks nobody in here' },
  TemplatePublished: { topics: ['templates', 'passes'], follows: [classFollowsTemplate] },

  MessageSent: { topics: ['handover', 'system'], nothing: 'the person knows' },
  MessageDiscarded: { topics: ['handover', 'system'], nothing: 'somebody decided that it is not sent' },

  CentreMessageOrdered: {
    topics: ['handover', 'sync'],
    nothing: 'headquarters takes it from the feed and writes it onto the passes, nobody else does',
  },
  CentreMessageSettled: { topics: ['handover', 'sync'], nothing: 'the site lead reads what became of it' },

  PeopleImported: { topics: ['import', 'people', 'desk', 'passes'], nothing: 'each row had its own events' },
  ImportTakenBack: { topics: ['import', 'people', 'desk', 'passes'], nothing: 'each row had its own events' },

  ProductActivated: {
    topics: ['products', 'appointments', 'desk'],
    nothing: 'lanes are opened for it by somebody, and nobody is booked by themselves',
  },
  ProductDeactivated: {
    topics: ['products', 'appointments', 'desk'],
    nothing: 'dates that are booked and series that are begun go on with it',
  },
  ScheduleVersionActivated: {
    topics: ['products', 'passes', 'desk'],
    follows: [passesAreRecounted],
  },
  VialDataConfirmed: {
    topics: ['stock', 'products'],
    nothing: 'vials that stand open keep the time they were opened with',
  },
  VialCodeLearned: { topics: ['desk'], nothing: 'the next vial with that code is known' },

  StockReceived: { topics: ['stock', 'desk'], nothing: 'somebody opens the vials' },
  VialOpened: { topics: ['stock'], nothing: 'its time is reckoned when it is looked at' },
  DoseDrawn: { topics: ['stock'], nothing: 'the dose itself has its own event' },
  DrawMoved: { topics: ['stock'], nothing: 'the corrected dose has its own event' },
  VialDiscarded: { topics: ['stock'], nothing: 'what is left is reckoned when it is looked at' },
  LotExpiryExtended: { topics: ['stock', 'desk'], nothing: 'the lot counts as usable from now on' },
  LotBlocked: {
    topics: ['stock', 'desk'],
    nothing: 'whoever got the lot stays as recorded: a person who may decides whom to tell',
  },
  LotReleased: { topics: ['stock', 'desk'], nothing: 'the lot is given again from now on' },
  StockCounted: { topics: ['stock'], nothing: 'a difference stays in the book for whoever looks after it' },
  FridgeAdded: { topics: ['stock'], nothing: 'vials are put into it by somebody' },
  FridgeRemoved: { topics: ['stock'], nothing: 'vials that were in it are counted where they are' },
  FridgeTemperatureNoted: {
    topics: ['stock'],
    nothing: 'whether vials out of the range may be given is for somebody to decide, who blocks their lot',
  },

  IdentityCheckSwitched: {
    topics: ['desk', 'staff'],
    nothing: 'it counts from the next dose on; doses that were given stay as they are',
  },
  ConsentKindsChosen: {
    topics: ['desk', 'staff'],
    nothing: 'it counts from the next consent on; what was given stays as it is',
  },
  ScreeningSwitched: {
    topics: ['desk', 'staff'],
    nothing: 'it counts from the next dose on; doses that were given stay as they are',
  },
  CentreDescribed: {
    topics: ['system', 'desk', 'passes'],
    nothing: 'passes take the new name when the centre brings it to them',
  },
  CertificateRequested: { topics: ['system'], nothing: 'Apple answers first' },
  PassCertificateImported: {
    topics: ['system', 'passes'],
    nothing: 'it signs from the next pass on; what waited for it is tried again with the import',
  },
  DocumentSignerImported: { topics: ['system'], nothing: 'it signs from the next certificate on' },
  GoogleWalletSet: { topics: ['system', 'passes'], follows: [classFollowsTemplate] },
  GoogleWalletRemoved: { topics: ['system', 'passes'], nothing: 'cards that are out there stay as they are' },
  TrustListImported: {
    topics: ['desk', 'system'],
    nothing: 'certificates are checked by it when they are scanned',
  },

  DestinationChanged: {
    topics: ['handover', 'system', 'staff'],
    nothing: 'what is sent from now on goes there; what was sent stays where it went',
  },

  HeadquartersJoined: {
    topics: ['sync', 'system', 'passes', 'desk'],
    nothing: 'headquarters takes over the passes with the events that it gets',
  },
  HeadquartersLeft: {
    topics: ['sync', 'system', 'passes', 'desk'],
    nothing: 'whoever leaves decides what headquarters left open',
  },

  StoreFoundOlder: { topics: ['system'], nothing: 'a lead looks for what is missing' },
  WitnessFoundMissing: { topics: ['system'], nothing: 'a lead looks whether anything is missing' },
  WarningConfirmed: { topics: ['system'], nothing: 'the warning is no longer shown' },

  StaffAdded: { topics: ['staff'], nothing: 'they sign in with the PIN that they were given' },
  StaffRoleChanged: { topics: ['staff'], nothing: 'roles are looked up with each command' },
  StaffPinChanged: { topics: ['staff'], nothing: 'it counts from the next sign-in on' },
  StaffRemoved: { topics: ['staff'], nothing: 'who is removed is signed out by the command' },
  StaffLockedOut: { topics: ['staff'], nothing: 'the site lead unlocks, nobody else' },
  StaffUnlocked: { topics: ['staff'], nothing: 'they sign in with their PIN' },
  StaffSignedIn: { topics: [], nothing: 'it is kept for whoever reads the access log' },
  RecoveryCodeMade: { topics: ['staff'], nothing: 'it lies on paper until it is needed' },
  SiteLeadRecovered: { topics: ['staff'], nothing: 'they set a PIN themselves' },
  ScreenLockSet: { topics: ['staff'], nothing: 'windows lock by it from now on' },
  RecordViewed: { topics: [], nothing: 'it is kept for whoever reads the access log' },
  DataDisclosed: {
    topics: ['staff'],
    nothing: 'the file is out; it is kept for whoever reads the access log',
  },
};
