import { z } from 'zod';
import { isEmailAddress } from '../../domain/messages/email-address.ts';
import { command, query } from './channel.ts';
import { instant, language, passId, personId, requestId } from './schemas.ts';

const handsOver = ['reception', 'vaccinator', 'screening-doctor', 'site-lead'] as const;
const siteLead = ['site-lead'] as const;

/** The mail server of the centre. Its password is kept with the keys and never asked back. */
export const mailSettings = z.object({
  host: z.string().trim().min(1).max(253),
  port: z.number().int().min(1).max(65535),
  /** Encrypted from the first byte, after STARTTLS, or not at all: the last on this machine only. */
  security: z.enum(['tls', 'starttls', 'none']),
  user: z.string().trim().max(254).optional(),
  senderName: z.string().trim().max(100),
  senderAddress: z.string().trim().refine(isEmailAddress),
});
export type MailSettings = z.output<typeof mailSettings>;

/** The page on the local network where phones fetch their pass. */
export const handOverSettings = z.object({
  isOn: z.boolean(),
  /** The address of this machine that phones reach. */
  address: z.string().max(45),
  port: z.number().int().min(0).max(65535),
  /** Where the same page is reachable from outside, without a slash at the end; e-mails carry links then. */
  publicUrl: z
    .string()
    .trim()
    .max(200)
    .regex(/^https:\/\/[a-z0-9.-]+(:\d+)?(\/[\w.-]+)*$|^http:\/\/127\.0\.0\.1:\d+$/i)
    .optional(),
  /** The address that the proxy in front of it connects from: its word for who asks is believed, nobody else's. */
  proxyAddress: z
    .string()
    .trim()
    .max(45)
    .regex(/^[0-9a-f.:]+$/i)
    .optional(),
  linkHours: z.number().int().min(1).max(336),
});
export type HandOverSettings = z.output<typeof handOverSettings>;

const serverState = z.object({
  kind: z.enum(['off', 'on', 'port-taken', 'address-gone', 'failed']),
  /** `http://address:port` while it is on. */
  origin: z.string().optional(),
});
export type HandOverServerState = z.output<typeof serverState>;

/** Others of the same family whose passes go along. */
const alsoFor = z.array(personId).max(9).optional();

/** A file for the desk to save or print. */
const file = z.object({ fileName: z.string(), mediaType: z.string(), base64: z.string() });
export type DeskFile = z.output<typeof file>;

export const mailFault = z.enum([
  'mail-not-set-up',
  'mail-address-invalid',
  'mail-address-unknown',
  'mailbox-full',
  'mail-rejected',
  'mail-refused',
  'mail-later',
  'mail-sign-in',
  'mail-sender-refused',
  'mail-unreachable',
  'mail-timeout',
  'mail-dropped',
  'mail-insecure',
]);
export type MailFault = z.output<typeof mailFault>;

export const handoverContract = {
  /** How this person's pass can be handed over right now. */
  'handover.ways': query({
    access: handsOver,
    input: z.object({ personId }),
    output: z.object({
      passId,
      language,
      server: serverState,
      /** Who has the page for phones: this station, or headquarters, where the pass is `to-come` until it issued it. */
      page: z.enum(['station', 'headquarters', 'to-come']),
      email: z.string().optional(),
      /** `failing`: mails wait because of the server. */
      mail: z.enum(['ready', 'failing', 'not-set-up', 'no-address']),
      lastHandedOver: z.object({ at: instant, way: z.string() }).optional(),
      /** Others with a pass at the same phone number or mail address. */
      family: z.array(z.object({ personId, name: z.string(), birthDate: z.string() })),
    }),
    refusals: ['person-unknown', 'pass-missing'],
  }),
  /** A new link for the person's phone. It is shown once and kept only as a hash: asked again, another takes its place. */
  'handover.make-link': command({
    access: handsOver,
    input: z.object({ requestId, personId, alsoFor }),
    /** The page of headquarters does not end. */
    output: z.object({ url: z.string(), expiresAt: instant.optional() }),
    refusals: ['person-unknown', 'pass-missing', 'not-one-family', 'hand-over-off', 'headquarters-not-there'],
  }),
  /** Ends every link of the person. */
  'handover.revoke-links': command({
    access: handsOver,
    input: z.object({ requestId, personId }),
    output: z.object({ revoked: z.number() }),
    refusals: ['person-unknown'],
  }),
  'handover.send-email': command({
    access: handsOver,
    input: z.object({ requestId, personId, alsoFor }),
    output: z.object({ personId }),
    refusals: ['person-unknown', 'pass-missing', 'not-one-family', 'email-missing', 'email-invalid'],
  }),
  /** The pass as a PDF to print or keep: the same code for people without a smartphone. */
  'handover.pdf': query({
    access: handsOver,
    input: z.object({ personId, language }),
    output: file,
    refusals: ['person-unknown', 'pass-missing'],
  }),
  'handover.calendar': query({
    access: handsOver,
    input: z.object({ personId, language }),
    output: file,
    refusals: ['person-unknown', 'no-appointment'],
  }),
  /** The paper was printed or the file saved: noted as handed over. */
  'handover.note': command({
    access: handsOver,
    input: z.object({ requestId, personId, way: z.enum(['paper', 'pdf']) }),
    output: z.object({ personId }),
    refusals: ['person-unknown', 'pass-missing'],
  }),
  'handover.settings': query({
    access: siteLead,
    input: z.object({}),
    output: z.object({
      mail: mailSettings.optional(),
      hasMailPassword: z.boolean(),
      handOver: handOverSettings,
      server: serverState,
      /** Addresses of this machine that phones may reach. */
      addresses: z.array(z.string()),
    }),
  }),
  'handover.save-mail': command({
    access: siteLead,
    /**
     * Without `password` the one that is kept stays, where server and user stay, too; an empty one removes it. Without
     * `mail` no mail is sent.
     */
    input: z.object({ requestId, mail: mailSettings.optional(), password: z.string().max(500).optional() }),
    output: z.object({}),
    refusals: ['mail-unencrypted', 'mail-password-anew'],
  }),
  'handover.test-mail': command({
    access: siteLead,
    input: z.object({ requestId, to: z.string().trim().max(254), language }),
    output: z.object({}),
    refusals: ['email-invalid', ...mailFault.options],
  }),
  'handover.save-server': command({
    access: siteLead,
    input: handOverSettings.extend({ requestId }),
    output: serverState,
    refusals: ['address-unknown'],
  }),
};
