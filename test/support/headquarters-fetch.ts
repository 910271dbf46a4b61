import type { App } from '../../headquarters/app.ts';

/** `fetch` into a headquarters that does not listen; `isCut` is the network gone. */
export function fetchInto(app: App, line: { isCut: boolean } = { isCut: false }) {
  return async (url: string, { method, headers, body, signal }: RequestInit): Promise<Response> => {
    if (line.isCut) throw new TypeError('the network is gone');
    const { pathname, search } = new URL(url);
    const asked = app.inject({
      method: method as 'GET' | 'POST',
      url: pathname + search,
      headers: headers as Record<string, string>,
      ...(body ? { payload: String(body) } : {}),
      ...(signal ? { signal } : {}),
    });
    const { statusCode, payload, headers: told } = await asked;
    return new Response(payload, {
      status: statusCode,
      headers: { 'content-type': String(told['content-type']), date: String(told.date) },
    });
  };
}
