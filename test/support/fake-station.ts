import type { Answer } from '../../contracts/ipc/answer.ts';
import type { ServiceState, StationClient, Topic } from '../../contracts/ipc/protocol.ts';
import { roles } from '../../domain/staff/roles.ts';

export interface FakeStation {
  readonly client: StationClient;
  /** The inputs that a channel was asked with, in order. */
  asked(channel: string): { requestId?: string; overrides?: string[]; ordinal?: number }[];
  /** From now on this channel answers that. */
  answer(channel: string, what: object): void;
  /** From now on this channel refuses, with that reason. */
  refuse(channel: string, reason: string): void;
  /** The next question on this channel waits until it is answered by what this gives. */
  hold(channel: string): (answer: Answer) => void;
  /** Tells the window that the service came or went. */
  enter(state: ServiceState): void;
  /** Tells the window that something of these topics changed, as another window's command does. */
  change(topics: readonly Topic[]): void;
}

/** A service with one expected person, for screens alone: it answers what the test says and decides nothing. */
export function aFakeStation({
  nextAction = 'check-in',
  checkIn,
  more = {},
}: {
  nextAction?: 'check-in' | 'record-dose';
  checkIn?: Answer;
  /** What these channels answer instead; a list is answered in turn, its last for ever. */
  more?: Readonly<Record<string, Answer | readonly Answer[]>>;
} = {}): FakeStation {
  const changed = new Set<(topics: readonly Topic[]) => void>();
  const states = new Set<(state: ServiceState) => void>();
  const asked: { channel: string; input: object }[] = [];
  const held = new Map<string, Promise<Answer>>();
  const card = cardWith(nextAction);
  const given = { ...more };
  const answers: Record<string, Answer> = {
    'system.status': value(status),
    'sync.status': value({ mode: 'stand-alone' }),
    'staff.session': value(signedIn),
    'staff.sign-out': value({ ...signedIn, signedIn: undefined }),
    'desk.today': value({
      day: '2026-11-23',
      now: '2026-11-23T09:30:00.000Z',
      isWholeDay: true,
      counts: { all: 1, here: 0 },
      entries: [entry],
    }),
    'desk.open': value({ decision: decisionFor(nextAction), card }),
    'desk.card': value(card),
    'desk.last-lot': value({ lot: 'EX1234', expiresOn: '2030-12-31', knownVials: ['04150123456782'] }),
    'desk.check-in': checkIn ?? value(card),
    'people.suggest': value({ hits: [] }),
    'people.double-dates': value({ ofPerson: [], ofOther: [] }),
  };
  const client = {
    shell: 'browser',
    ask: async (channel: string, input: object) => {
      asked.push({ channel, input });
      const waits = held.get(channel);
      held.delete(channel);
      if (waits !== undefined) return waits;
      return (
        nextOf(channel, asked, given[channel]) ??
        answers[channel] ?? { ok: false, problem: { code: 'not-asked-here', logId: channel } }
      );
    },
    onChanged: (listener: (topics: readonly Topic[]) => void) => {
      changed.add(listener);
      return () => changed.delete(listener);
    },
    onState: (listener: (state: ServiceState) => void) => {
      states.add(listener);
      listener({ kind: 'up' });
      return () => states.delete(listener);
    },
  } as unknown as StationClient;
  return {
    client,
    answer: (channel, what) => {
      given[channel] = value(what);
    },
    refuse: (channel, reason) => {
      given[channel] = { ok: false, refusal: { reason } };
    },
    hold: (channel) => {
      let give = (_: Answer) => {};
      held.set(channel, new Promise((resolve) => (give = resolve)));
      return (answer) => give(answer);
    },
    enter: (state) => {
      for (const listener of states) listener(state);
    },
    change: (topics) => {
      for (const listener of changed) listener(topics);
    },
    asked: (channel) => asked.filter((each) => each.channel === channel).map(({ input }) => input),
  };
}

function nextOf(
  channel: string,
  asked: readonly { channel: string }[],
  more: Answer | readonly Answer[] | undefined,
): Answer | undefined {
  if (more === undefined || 'ok' in more) return more;
  const times = asked.filter((each) => each.channel === channel).length;
  return more[Math.min(times, more.length) - 1];
}

export const value = (what: object): Answer => ({ ok: true, value: what });

const person = {
  personId: '0197a000-0000-7000-8000-000000000001',
  givenName: 'Erika',
  familyName: 'Mustermann',
  birthDate: '1964-08-12',
};

const appointment = {
  appointmentId: '0197a000-0000-7000-8000-000000000002',
  startsAt: '2026-11-23T10:00:00.000Z',
  plannedDose: 1,
  status: 'booked',
};

const entry = { ...person, ...appointment };

export const status = {
  centreName: 'Impfzentrum Musterstadt',
  colours: { background: '#0B4F5C', foreground: '#FFFFFF' },
  mode: 'trial',
  timeZone: 'Europe/Berlin',
  aheadMs: 0,
  keyPlace: 'key-file',
  runtime: 'node',
  outbox: { waiting: 0, failed: 0, byPhone: 0 },
  warnings: [],
};

/** The site lead, with every role: screens show all they have. */
export const signedIn = {
  signedIn: {
    staffId: '0197a000-0000-7000-8000-00000000000a',
    name: 'Leonie Albrecht',
    roles: [...roles],
    mustChangePin: false,
  },
  isFirstRun: false,
  lockAfterMinutes: 5,
};

const visit = {
  visitId: '0197a000-0000-7000-8000-000000000004',
  checkedInAt: '2026-11-23T09:20:00.000Z',
};

export const cardWith = (nextAction: string) => ({
  person: { ...person, language: 'de' },
  product: { productId: 'comirnaty', name: 'Comirnaty', doseCount: 2, observationMinutes: 15 },
  appointments: [{ ...appointment, day: '2026-11-23' }],
  doses: [],
  ...(nextAction === 'record-dose' ? { visit } : {}),
  nextAction,
  warnings: [],
});

export const decisionFor = (action: string) => ({
  light: 'green',
  reason: action === 'check-in' ? 'ready-to-check-in' : 'ready-for-dose',
  sentence: { de: 'Termin heute um 11:00 Uhr.', en: 'Appointment today at 11:00.' },
  action,
  personId: person.personId,
  appointmentId: appointment.appointmentId,
});
