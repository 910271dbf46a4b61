import type { ColumnType } from 'kysely';
import type { At, Defaulted, MaybeAt, MaybeBytes } from './columns.ts';

export interface WebhookEndpointRow {
  centre_id: string;
  endpoint_id: string;
  url: string;
  types: string;
  secret_box: Buffer;
  old_secret_box: MaybeBytes;
  old_secret_until: MaybeAt;
  created_by: string;
  created_at: At;
  off_at: MaybeAt;
  off_reason: ColumnType<'gone' | 'operator' | null, 'gone' | 'operator' | null | undefined>;
  last_delivered_at: MaybeAt;
  last_failed_at: MaybeAt;
  last_fault: ColumnType<string | null, string | null | undefined, string | null>;
}

export interface WebhookSchema {
  webhook_endpoint: WebhookEndpointRow;
  webhook_message: {
    centre_id: string;
    message_id: string;
    type: string;
    body: string;
    created_at: At;
  };
  webhook_delivery: {
    centre_id: string;
    endpoint_id: string;
    message_id: string;
    due_at: At;
    attempts: Defaulted<number>;
    state: Defaulted<'waiting' | 'done' | 'failed'>;
    last_fault: ColumnType<string | null, string | null | undefined, string | null>;
  };
}

export interface GoogleSchema {
  google_account: {
    centre_id: string;
    issuer_id: string;
    account_mail: string;
    account_box: Buffer;
    cards_for: 'every-pass' | 'on-request';
  };
  google_card: {
    centre_id: string;
    pass_id: string;
    sent_hash: ColumnType<string | null, string | null | undefined, string | null>;
    sent_change: Defaulted<number>;
    tried_change: Defaulted<number>;
    attempts: Defaulted<number>;
    due_at: At;
    is_given_up: Defaulted<boolean>;
    last_fault: ColumnType<string | null, string | null | undefined, string | null>;
  };
  google_notice: { centre_id: string; pass_id: string; message_id: string; rang: boolean; at: At };
  google_class: { centre_id: string; class_id: string; sent_hash: string };
}

export interface MessageSchema {
  centre_message: {
    centre_id: string;
    message_id: string;
    words: ColumnType<{ de: string; en: string }, string, never>;
    from_day: ColumnType<Date | null, string | null, never>;
    to_day: ColumnType<Date | null, string | null, never>;
    actor: string;
    created_at: At;
    reached_pass: Defaulted<string>;
    written: Defaulted<number>;
    done_at: MaybeAt;
    is_ordered: Defaulted<boolean>;
    mails: Defaulted<number>;
  };
}
