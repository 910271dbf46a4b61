import type {
  Endpoint,
  EndpointMade,
  Message,
  MessageResult,
  NewAppointment,
  NewEndpoint,
  NewPass,
  Pass,
  ScanDecision,
  SecretChanged,
  Slot,
  SlotsQuery,
  Template,
  VoidReason,
} from './api-types.ts';
import { type ClientOptions, Transport } from './transport.ts';

/** What goes with everything that would be done twice if it were asked twice. */
export interface Once {
  /**
   * Names this one thing, 8 to 128 visible ASCII characters: the same again within a day is answered as before and done
   * once. Give your own, from your database for instance, where your program may end and begin again in between.
   */
  readonly key?: string;
}

/** Headquarters' API for the existing systems of a centre, version 1. @throws ProblemError, NoAnswerError from each method */
export class HeadquartersClient {
  readonly #transport: Transport;

  constructor(options: ClientOptions) {
    this.#transport = new Transport(options);
  }

  /** Says what the text of a scan means, unchanged as the scanner read it, and notes that the pass was scanned. */
  reportScan(text: string, once?: Once): Promise<ScanDecision> {
    return this.#post('/scans', { text }, once);
  }

  /** Registers a person, books dates if wanted, and issues the pass. */
  createPass(pass: NewPass, once?: Once): Promise<Pass> {
    return this.#post('/passes', pass, once);
  }

  getPass(passId: string): Promise<Pass> {
    return this.#transport.ask({ method: 'GET', path: `/passes/${encodeURIComponent(passId)}` });
  }

  /** Voiding it again changes nothing. */
  voidPass(passId: string, reason: VoidReason): Promise<Pass> {
    const path = `/passes/${encodeURIComponent(passId)}`;
    return this.#transport.ask({ method: 'DELETE', path, query: { reason } });
  }

  /** Writes onto at most 100 passes what their phones then announce. */
  async sendMessage(message: Message, once?: Once): Promise<readonly MessageResult[]> {
    return (await this.#post<{ results: MessageResult[] }>('/messages', message, once)).results;
  }

  async listTemplates(): Promise<readonly Template[]> {
    const answer = await this.#transport.ask<{ templates: Template[] }>({
      method: 'GET',
      path: '/templates',
    });
    return answer.templates;
  }

  /** Places that are free now, earliest first. */
  async listSlots(query: SlotsQuery = {}): Promise<readonly Slot[]> {
    const path = '/slots';
    const answer = await this.#transport.ask<{ slots: Slot[] }>({ method: 'GET', path, query: { ...query } });
    return answer.slots;
  }

  /** Answers the pass with its dates, as do the two below. */
  bookAppointment(appointment: NewAppointment, once?: Once): Promise<Pass> {
    return this.#post('/appointments', appointment, once);
  }

  moveAppointment(appointmentId: string, slotId: string, once?: Once): Promise<Pass> {
    return this.#post(`/appointments/${encodeURIComponent(appointmentId)}/move`, { slotId }, once);
  }

  cancelAppointment(appointmentId: string, once?: Once): Promise<Pass> {
    return this.#post(`/appointments/${encodeURIComponent(appointmentId)}/cancel`, undefined, once);
  }

  /** An address that hears of events from now on; keep its secret, it is told this once. */
  registerWebhook(endpoint: NewEndpoint, once?: Once): Promise<EndpointMade> {
    return this.#post('/webhooks', endpoint, once);
  }

  async listWebhooks(): Promise<readonly Endpoint[]> {
    const answer = await this.#transport.ask<{ endpoints: Endpoint[] }>({ method: 'GET', path: '/webhooks' });
    return answer.endpoints;
  }

  rotateWebhookSecret(endpointId: string, once?: Once): Promise<SecretChanged> {
    return this.#post(`/webhooks/${encodeURIComponent(endpointId)}/rotate-secret`, undefined, once);
  }

  /** One that is gone after a try without an answer was removed by that. */
  removeWebhook(endpointId: string): Promise<{ readonly endpointId: string }> {
    const path = `/webhooks/${encodeURIComponent(endpointId)}`;
    return this.#transport.ask({ method: 'DELETE', path, goneAfterwards: { endpointId } });
  }

  #post<Answer>(path: string, body: unknown, { key = crypto.randomUUID() }: Once = {}): Promise<Answer> {
    return this.#transport.ask({ method: 'POST', path, body, key });
  }
}
