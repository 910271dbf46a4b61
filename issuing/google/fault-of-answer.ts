import { readJson } from '../../domain/kernel/read-json.ts';
import { accept, type Result, refuse } from '../../domain/kernel/result.ts';
import type { GoogleFault } from './google-fault.ts';

/** What an answer of Google's REST interface means: its JSON, or why not. */
export function faultOfAnswer(status: number, text: string): Result<unknown, GoogleFault> {
  const json = parsed(text);
  if (status >= 200 && status < 300) return json ? accept(json) : refuse({ code: 'answer-unreadable' });
  if (status >= 500) return refuse({ code: 'server-error', status });
  if (!json) return refuse({ code: 'answer-unreadable' });
  const words = JSON.stringify(json);
  if (/QuotaExceeded/i.test(words)) return refuse({ code: 'notice-quota-exceeded' });
  switch (status) {
    case 401:
      return refuse({ code: 'token-refused' });
    case 403:
      return refuse({ code: 'not-allowed' });
    case 404:
      return refuse({ code: 'not-found' });
    case 409:
      return refuse({ code: 'exists-already' });
    case 429:
      return refuse({ code: 'too-many-requests' });
    default:
      return refuse({ code: 'body-refused', fields: fieldsIn(json) });
  }
}

/** Names of fields only: what they held may be about a person and goes into no log. */
function fieldsIn(json: object): string[] {
  const { error } = json as { error?: { details?: { fieldViolations?: { field?: unknown }[] }[] } };
  return (error?.details ?? [])
    .flatMap(({ fieldViolations }) => fieldViolations ?? [])
    .flatMap(({ field }) => (typeof field === 'string' ? [field] : []));
}

function parsed(text: string): object | undefined {
  if (text.trim() === '') return {};
  const value = readJson(text);
  return typeof value === 'object' && value !== null ? value : undefined;
}
