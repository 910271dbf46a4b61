import type { ColumnType } from 'kysely';
import type { At, Defaulted, MaybeAt, MaybeBytes } from './columns.ts';
import type { Measured } from './measured-span.ts';
import type { GoogleSchema, MessageSchema, WebhookSchema } from './outgoing-schema.ts';

export interface CentreRow {
  centre_id: string;
  name: string;
  address: Defaulted<string>;
  phone: Defaulted<string>;
  email: Defaulted<string>;
  time_zone: Defaulted<string>;
  created_at: At;
}

export type Standing = 'waiting' | 'active' | 'frozen' | 'left' | 'revoked';

export interface StationRow {
  centre_id: string;
  station_id: string;
  name: string;
  standing: Standing;
  signing_key: Buffer;
  exchange_key: Buffer;
  version: string;
  enrolled_at: At;
  confirmed_at: MaybeAt;
  revoked_at: MaybeAt;
  last_seen_at: MaybeAt;
  last_push_at: MaybeAt;
}

export interface ApiClientRow {
  centre_id: string;
  client_id: string;
  name: string;
  secret_box: Buffer | null;
  jwks: ColumnType<unknown, string | null, string | null>;
  scopes: string;
  created_at: At;
  revoked_at: MaybeAt;
}

interface PlaceInChain {
  centre_id: string;
  station_id: string;
  epoch: number;
  seq: number;
}

export interface ReceivedEventRow extends PlaceInChain {
  event_id: string;
  type: string;
  version: number;
  stream: string;
  hlc: string;
  occurred_at: string;
  recorded_at: string;
  actor: string;
  data: string;
  prev_hash: Buffer;
  hash: Buffer;
  received_at: At;
}

interface SyncSchema {
  received_event: ReceivedEventRow;
  chain_end: {
    centre_id: string;
    station_id: string;
    epoch: number;
    last_seq: number;
    last_hash: Buffer | null;
    events: number;
  };
  quarantined_event: PlaceInChain & {
    reason: string;
    claimed_hash: Buffer | null;
    text: string;
    received_at: At;
  };
  unfed_event: PlaceInChain & { received_at: At };
  own_draft: {
    centre_id: string;
    event_id: string;
    stream: string;
    type: string;
    version: number;
    occurred_at: string;
    actor: string;
    data: string;
  };
  feed_entry: PlaceInChain & {
    /** bigint comes as text. */
    position: ColumnType<string, number, never>;
    event_hash: Buffer;
    feed_hash: Buffer;
  };
  erasure: { centre_id: string; stream: string; destroyed_at: At };
  erasure_at_station: { centre_id: string; stream: string; station_id: string; destroyed_at: At };
}

export interface PassRow {
  centre_id: string;
  pass_id: string;
  person_id: string;
  key_id: number;
  template_id: string;
  template_version: number;
  revision: number;
  is_voided: boolean;
  announced: string | null;
  message: ColumnType<{ de: string; en: string } | null, string | null, string | null>;
  change: number;
  changed_at: At;
}

interface PassSchema {
  pass: PassRow;
  pass_counter: { centre_id: string; last: number };
  wallet_device: { centre_id: string; device_id: string; push_token: string; gone_at: MaybeAt };
  wallet_registration: {
    centre_id: string;
    device_id: string;
    pass_id: string;
    registered_at: At;
    sent_change: Defaulted<number>;
    listed_change: Defaulted<number>;
    fetched_change: Defaulted<number>;
  };
  pass_cursor: { centre_id: string; position: ColumnType<string, number, number> };
  template_image: { centre_id: string; digest: string; bytes: Buffer; added_at: At };
}

interface BookingSchema {
  online_slot: {
    centre_id: string;
    slot_id: string;
    starts_at: At;
    day: ColumnType<string, string, string>;
    duration_minutes: number;
    capacity: number;
    taken: Defaulted<number>;
    lane: Defaulted<string>;
    places: ColumnType<number | null, number | null | undefined, number | null>;
  };
  online_share: {
    centre_id: string;
    online_percent: number;
    walk_in_percent: number;
    /** The last person whose dates of before the first share were counted; null once all were. */
    counted_to: ColumnType<string | null, string | null | undefined, string | null>;
  };
  desk_date: { centre_id: string; appointment_id: string; person_id: string; starts_at: At; lane: string };
  booking: {
    centre_id: string;
    appointment_id: string;
    person_id: string;
    /** Null for a date that holds no online place. */
    slot_id: string | null;
  };
  booked_person: {
    centre_id: string;
    fingerprint: string;
    person_id: string;
  };
  delivery: {
    centre_id: string;
    delivery_id: string;
    kind: string;
    person_id: string | null;
    payload: ColumnType<Record<string, unknown>, string, string>;
    due_at: At;
    attempts: Defaulted<number>;
    state: Defaulted<'waiting' | 'done' | 'failed'>;
    last_fault: ColumnType<string | null, string | null | undefined, string | null>;
  };
}

export interface Schema
  extends SyncSchema,
    PassSchema,
    BookingSchema,
    WebhookSchema,
    GoogleSchema,
    MessageSchema {
  api_request: {
    centre_id: string;
    client_id: string;
    request_key: string;
    fingerprint: string;
    received_at: At;
    answer_box: MaybeBytes;
  };
  enrolment_code: {
    centre_id: string;
    code_token: string;
    created_by: string;
    created_at: At;
    expires_at: At;
    used_at: MaybeAt;
  } & Measured;
  station: StationRow;
  api_client: ApiClientRow;
  token_entry: {
    kind: string;
    entry_id: string;
    payload: ColumnType<Record<string, unknown>, string, string>;
    expires_at: At;
  };
  centre: CentreRow;
  server_secret: { name: string; box: Buffer };
  server_clock: { one: number; base: ColumnType<unknown, string, string> };
  administrator: {
    administrator_id: string;
    name: string;
    name_key: string;
    password_hash: string;
    created_at: At;
  };
  administrator_session: { token_hash: string; administrator_id: string; expires_at: At } & Measured;
  audit_entry: {
    centre_id: string;
    entry_id: string;
    at: At;
    actor: string;
    action: string;
    subject: string;
  };
}
