import { firstAdministratorLink } from '../../headquarters/features/console/first-administrator.ts';
import type { TestHeadquarters } from './headquarters.ts';

export interface Operator {
  get(url: string, language?: 'de' | 'en'): Promise<{ statusCode: number; body: string }>;
  post(url: string, fields?: Record<string, string>): Promise<{ statusCode: number; body: string }>;
}

/** The first administrator of a headquarters, signed in. */
export async function anOperator({ app, headquarters }: TestHeadquarters): Promise<Operator> {
  const token = new URL((await firstAdministratorLink(headquarters)) ?? '').searchParams.get('token') ?? '';
  let cookie = '';
  const post = (url: string, fields: Record<string, string> = {}) =>
    app.inject({
      method: 'POST',
      url,
      payload: new URLSearchParams(fields).toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded', cookie },
    });
  const made = await post('/console/first', { token, name: 'Ada', password: 'a long enough password' });
  cookie = String(made.headers['set-cookie']).split(';')[0] ?? '';
  return {
    post,
    get: (url, language = 'de') => app.inject({ url, headers: { cookie, 'accept-language': language } }),
  };
}
