import { forgetScanner, isSameModel, rememberedScanners, rememberScanner } from './remembered-scanners.ts';
import type { ScannerConnection } from './scanner-connection.ts';
import {
  onPlugged,
  pluggedScanners,
  requestScanner,
  type ScannerKind,
  type ScannerPort,
} from './scanner-ports.ts';

/** A scanner of this workstation as the screens show it. */
export interface ScannerView {
  readonly id: string;
  readonly kind: ScannerKind;
  /** Empty where the scanner has none of its own: the screen gives it one. */
  readonly name: string;
  /** Counts those of one name, from 1. */
  readonly number: number;
  readonly state: 'connected' | 'busy';
}

export interface FleetListener {
  onScan(scan: { readonly text: string; readonly scanner: ScannerView }): void;
  onScanners(scanners: readonly ScannerView[]): void;
}

interface Member {
  readonly id: string;
  readonly port: ScannerPort;
  readonly number: number;
  connection?: ScannerConnection;
}

/**
 * The scanners that are connected otherwise than as keyboards: those that were chosen once are opened whenever
 * they are there. Looking after them happens one step after the other, so that plugging quickly breaks nothing.
 */
export class ScannerFleet {
  readonly #listener: FleetListener;
  readonly #stopListening: () => void;
  #members: Member[] = [];
  #lastId = 0;
  #isClosed = false;
  #work: Promise<unknown> = Promise.resolve();

  constructor(listener: FleetListener) {
    this.#listener = listener;
    this.#stopListening = onPlugged(
      () => void this.#next(() => this.#openRemembered()),
      (device) => void this.#next(() => this.#lose(device)),
    );
    void this.#next(() => this.#openRemembered());
  }

  /** Must be called from a press: the browser asks the person which scanner. Answers whether one was chosen. */
  async add(kind: ScannerKind): Promise<boolean> {
    const chosen = await requestScanner(kind);
    for (const port of chosen) rememberScanner(port);
    await this.#next(() => this.#openRemembered());
    return chosen.length > 0;
  }

  /** Disconnects a scanner, now and for the next time. */
  async forget(id: string): Promise<void> {
    const member = this.#members.find((candidate) => candidate.id === id);
    if (!member) return;
    forgetScanner(member.port);
    await this.#next(() => this.#lose(member.port.device));
  }

  close(): void {
    this.#isClosed = true;
    this.#stopListening();
    void this.#next(async () => {
      for (const { connection } of this.#members) await connection?.close();
    });
  }

  #next<Value>(work: () => Promise<Value>): Promise<Value | undefined> {
    const done = this.#work.then(work).catch(() => undefined);
    this.#work = done;
    return done;
  }

  async #openRemembered(): Promise<void> {
    const remembered = rememberedScanners();
    let isChanged = false;
    for (const port of await pluggedScanners()) {
      if (this.#isClosed) return;
      if (!remembered.some((known) => isSameModel(known, port))) continue;
      const known = this.#members.find(({ port: { device } }) => device === port.device);
      if (known?.connection) continue;
      await this.#open(known ?? this.#join(port));
      isChanged = true;
    }
    if (isChanged) this.#tell();
  }

  #join(port: ScannerPort): Member {
    const namesakes = this.#members.filter(
      ({ port: { name, kind } }) => name === port.name && kind === port.kind,
    );
    const taken = new Set(namesakes.map(({ number }) => number));
    let number = 1;
    while (taken.has(number)) number++;
    this.#lastId++;
    const member: Member = { id: `${port.kind}-${this.#lastId}`, port, number };
    this.#members = [...this.#members, member];
    return member;
  }

  /** Another program may hold the scanner: it stays in the list as busy and is tried again at the next occasion. */
  async #open(member: Member): Promise<void> {
    try {
      member.connection = await member.port.open({
        onScan: (text) => this.#listener.onScan({ text, scanner: viewOf(member) }),
        onLost: () => void this.#next(() => this.#lose(member.port.device)),
      });
    } catch {
      member.connection = undefined;
    }
  }

  async #lose(device: EventTarget): Promise<void> {
    const member = this.#members.find(({ port }) => port.device === device);
    if (!member) return;
    this.#members = this.#members.filter((other) => other !== member);
    this.#tell();
    await member.connection?.close();
  }

  #tell(): void {
    if (!this.#isClosed) this.#listener.onScanners(this.#members.map(viewOf));
  }
}

function viewOf({ id, port, number, connection }: Member): ScannerView {
  return { id, kind: port.kind, name: port.name, number, state: connection ? 'connected' : 'busy' };
}
