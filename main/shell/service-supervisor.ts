import type { Answer } from '../../contracts/ipc/answer.ts';
import type { FromService, OpenOptions, ServiceState, Topic } from '../../contracts/ipc/protocol.ts';
import { isTooDeep } from '../../domain/kernel/is-too-deep.ts';
import type { Channel } from './channel.ts';

const FIRST_PAUSE_MS = 50;
const LONGEST_PAUSE_MS = 5_000;
const BEAT_MS = 2_000;
/** So many beats without any answer, and the service hangs. Counted, not timed: a computer that slept begins anew. */
const MOST_MISSED_BEATS = 4;
/** Longer than any mail takes that is being sent when the station is closed. */
const LONGEST_CLOSING_MS = 120_000;

export interface SupervisorParts {
  readonly start: () => Channel;
  readonly options: () => OpenOptions;
  readonly onState: (state: ServiceState) => void;
  readonly onChanged: (topics: readonly Topic[]) => void;
}

/**
 * Keeps one service process alive: one that ends, or answers nothing for ten seconds, is started again. What was asked of a process that died is answered as a problem: the desk asks
 * again with the same request id, and a command that had been committed is not done twice.
 */
export class ServiceSupervisor {
  readonly #parts: SupervisorParts;
  readonly #waiting = new Map<number, (answer: Answer) => void>();
  #channel: Channel | undefined;
  #state: ServiceState = { kind: 'starting' };
  #nextId = 1;
  #failures = 0;
  #isStopped = false;
  /** Opening a long log may take its time; from then on every beat is answered. */
  #isOpened = false;
  #missedBeats = 0;
  #heart: NodeJS.Timeout | undefined;

  constructor(parts: SupervisorParts) {
    this.#parts = parts;
  }

  get state(): ServiceState {
    return this.#state;
  }

  get pid(): number | undefined {
    return this.#channel?.pid();
  }

  start(): void {
    const channel = this.#parts.start();
    this.#channel = channel;
    this.#isOpened = false;
    this.#missedBeats = 0;
    clearInterval(this.#heart);
    this.#heart = setInterval(() => this.#beat(channel), BEAT_MS);
    channel.onMessage((message) => this.#receive(channel, message));
    channel.onExit(() => this.#exited(channel));
  }

  ask(session: string, channel: string, input: unknown): Promise<Answer> {
    const running = this.#channel;
    if (!running || this.#state.kind !== 'up') return Promise.resolve(notUp);
    if (isTooDeep(input)) return Promise.resolve(invalid); // neither copied nor sent on
    const id = this.#nextId++;
    return new Promise((resolve) => {
      this.#waiting.set(id, resolve);
      running.post({ kind: 'ask', id, session, channel, input });
    });
  }

  endSession(session: string): void {
    this.#channel?.post({ kind: 'session-ended', session });
  }

  /** Lets the service finish; answers when its process is gone. */
  stop(): Promise<void> {
    this.#isStopped = true;
    const channel = this.#channel;
    if (!channel) return Promise.resolve();
    return new Promise((resolve) => {
      const late = setTimeout(() => channel.kill(), LONGEST_CLOSING_MS);
      channel.onExit(() => {
        clearTimeout(late);
        resolve();
      });
      channel.end();
    });
  }

  #beat(channel: Channel): void {
    if (this.#channel !== channel || this.#isStopped || !this.#isOpened) return;
    this.#missedBeats += 1;
    if (this.#missedBeats > MOST_MISSED_BEATS) channel.kill();
    else channel.post({ kind: 'ping' });
  }

  #receive(channel: Channel, message: FromService): void {
    this.#missedBeats = 0;
    switch (message.kind) {
      case 'up':
        channel.post({ kind: 'open', options: this.#parts.options() });
        break;
      case 'opened':
        this.#failures = 0;
        this.#isOpened = true;
        this.#enter({ kind: 'up' });
        break;
      case 'not-opened':
        this.#isOpened = true;
        this.#enter({ kind: 'failed', fault: message.fault });
        break;
      case 'pong':
        break;
      case 'changed':
        this.#parts.onChanged(message.topics);
        break;
      case 'answer':
        this.#waiting.get(message.id)?.(message.answer);
        this.#waiting.delete(message.id);
        break;
    }
  }

  #exited(channel: Channel): void {
    if (this.#channel !== channel) return;
    this.#channel = undefined;
    clearInterval(this.#heart);
    for (const answer of this.#waiting.values()) answer(wentAway);
    this.#waiting.clear();
    if (this.#isStopped) return;
    this.#enter({ kind: 'down' });
    const pause = Math.min(FIRST_PAUSE_MS * 2 ** this.#failures, LONGEST_PAUSE_MS);
    this.#failures += 1;
    setTimeout(() => {
      if (!this.#isStopped) this.start();
    }, pause);
  }

  #enter(state: ServiceState): void {
    this.#state = state;
    this.#parts.onState(state);
  }
}

const notUp: Answer = { ok: false, refusal: { reason: 'service-starting' } };
const invalid: Answer = { ok: false, refusal: { reason: 'input-invalid' } };
const wentAway: Answer = { ok: false, problem: { code: 'service-went-away', logId: '-' } };
