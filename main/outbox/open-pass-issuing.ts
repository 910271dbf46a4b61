import type { Instant } from '../../domain/kernel/instant.ts';
import { accept, refuse } from '../../domain/kernel/result.ts';
import type { ChoiceRefusal } from '../../domain/passes/choose-certificate.ts';
import type { PassContent } from '../../domain/passes/pass-content.ts';
import { standardTemplate } from '../../domain/passes/pass-template.ts';
import { compileTemplate } from '../../issuing/apple/compile-template.ts';
import { issuePkpass } from '../../issuing/apple/issue-pkpass.ts';
import { standardAssets } from '../../issuing/apple/pass-images.ts';
import type { PassKey } from '../../issuing/barcode/pass-barcode.ts';
import type { CentreSettings } from '../store/settings.ts';
import type { CertificateCheck, PassIssuing } from './pass-issuing.ts';
import type { PassSigners } from './pass-signers.ts';

export interface PassIssuingParts {
  readonly settings: CentreSettings;
  readonly signers: PassSigners;
  readonly passKeys: readonly PassKey[];
  readonly now: () => Instant;
}

/** The embedded issuing service of a stand-alone centre: signs with the certificate that is in force right now. */
export function openPassIssuing({ settings, signers, passKeys, now }: PassIssuingParts): PassIssuing {
  const compiled = compileTemplate(standardTemplate(settings.centreName), standardAssets());
  if (!compiled.ok) throw new Error(`the standard template is unusable: ${JSON.stringify(compiled.refusal)}`);
  return {
    get authorityPem() {
      const current = signers.current();
      return current.ok ? current.value.authorityPem : '';
    },
    async issue(content: PassContent) {
      const current = signers.current();
      if (!current.ok) return refuse({ check: certificateChecks[current.refusal] });
      const issued = await issuePkpass(compiled.value, content, current.value.signer, {
        now: now(),
        passKeys,
      });
      return issued.ok ? accept(issued.value) : refuse({ check: issued.refusal.code });
    },
  };
}

const certificateChecks: Record<ChoiceRefusal, CertificateCheck> = {
  'no-certificate': 'certificate-missing',
  'not-yet-valid': 'certificate-not-yet-valid',
  'all-expired': 'certificate-expired',
};
