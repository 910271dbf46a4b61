/** Where mail is brought, and as whom. */
export interface MailTarget {
  readonly host: string;
  readonly port: number;
  readonly security: string;
  readonly user?: string | undefined;
}

/** Whether a password that was given for one is given for the other: anything else would be told it, or told it less safely. */
export function isSameMailTarget(one: MailTarget | undefined, other: MailTarget): boolean {
  return (
    one !== undefined &&
    one.host === other.host &&
    one.port === other.port &&
    one.security === other.security &&
    (one.user ?? '') === (other.user ?? '')
  );
}
