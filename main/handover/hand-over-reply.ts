import { pagePolicy } from '../../pages/page-frame.ts';

/** What the hand-over server answers with, whatever was asked. */
export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/** On every answer: nothing is kept on the way, nothing says where somebody came from, nothing runs. */
const always: Readonly<Record<string, string>> = {
  'cache-control': 'no-store',
  'content-security-policy': pagePolicy,
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-robots-tag': 'noindex',
};

export function reply(
  status: number,
  type: string,
  body: Uint8Array | string,
  more: Reply['headers'] = {},
): Reply {
  const bytes = typeof body === 'string' ? Buffer.from(body, 'utf8') : body;
  const headers = { ...always, 'content-type': type, 'content-length': String(bytes.length), ...more };
  return { status, headers, body: bytes };
}

export function pageReply(status: number, html: string): Reply {
  return reply(status, 'text/html; charset=utf-8', html, { vary: 'accept-language, user-agent' });
}

/** A file to keep; the name is ours and plain ASCII. */
export function fileReply(
  name: string,
  type: string,
  body: Uint8Array | string,
  more: Reply['headers'] = {},
): Reply {
  return reply(200, type, body, { 'content-disposition': `attachment; filename="${name}"`, ...more });
}
