import type { Instant } from '../../domain/kernel/instant.ts';
import { accept, refuse } from '../../domain/kernel/result.ts';
import type { PassContent } from '../../domain/passes/pass-content.ts';
import { standardTemplate } from '../../domain/passes/pass-template.ts';
import { compileTemplate } from '../../issuing/apple/compile-template.ts';
import { issuePkpass } from '../../issuing/apple/issue-pkpass.ts';
import { standardAssets } from '../../issuing/apple/pass-images.ts';
import type { PassKey } from '../../issuing/barcode/pass-barcode.ts';
import { createFileSigner } from '../../issuing/keys/signer.ts';
import { createTrialAuthority, type TrialAuthority } from '../../issuing/keys/trial-authority.ts';
import type { WritableDb } from '../store/database.ts';
import { keepSecret, secretOf } from '../store/secrets.ts';
import type { CentreSettings } from '../store/settings.ts';
import type { PassIssuing } from './pass-issuing.ts';

export interface PassIssuingParts {
  readonly db: WritableDb;
  readonly settings: CentreSettings;
  readonly passKeys: readonly PassKey[];
  readonly now: () => Instant;
  readonly randomBytes: (count: number) => Uint8Array;
}

/**
 * The embedded issuing service of a stand-alone centre. A trial centre makes its own authority on first use; it
 * is kept in the encrypted store and no phone trusts it.
 */
export async function openPassIssuing(parts: PassIssuingParts): Promise<PassIssuing> {
  // A trial authority is never made for a live centre: its passes wait until a real certificate is imported.
  const authority =
    storedAuthority(parts.db) ??
    (parts.settings.mode === 'trial' ? await makeTrialAuthority(parts) : undefined);
  if (!authority) return withoutCertificate;
  const signer = createFileSigner({
    certificate: authority.passCertificatePem,
    wwdr: authority.wwdrPem,
    privateKeyPem: authority.privateKeyPem,
  });
  if (!signer.ok)
    throw new Error(`the pass certificate of this centre is unusable: ${JSON.stringify(signer.refusal)}`);
  const compiled = compileTemplate(standardTemplate(parts.settings.centreName), standardAssets());
  if (!compiled.ok) throw new Error(`the standard template is unusable: ${JSON.stringify(compiled.refusal)}`);
  return {
    authorityPem: authority.caPem,
    async issue(content: PassContent) {
      const options = { now: parts.now(), passKeys: parts.passKeys };
      const issued = await issuePkpass(compiled.value, content, signer.value, options);
      return issued.ok ? accept(issued.value) : refuse({ check: issued.refusal.code });
    },
  };
}

const withoutCertificate: PassIssuing = {
  authorityPem: '',
  issue: async () => refuse({ check: 'certificate-missing' }),
};

function storedAuthority(db: WritableDb): TrialAuthority | undefined {
  const stored = secretOf(db, 'pass-authority');
  return stored && (JSON.parse(Buffer.from(stored).toString('utf8')) as TrialAuthority);
}

async function makeTrialAuthority({ db, now, randomBytes }: PassIssuingParts): Promise<TrialAuthority> {
  const authority = await createTrialAuthority({ now: now(), randomBytes });
  keepSecret(db, 'pass-authority', Buffer.from(JSON.stringify(authority)));
  return authority;
}
