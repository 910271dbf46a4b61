import type { Instant } from '../../domain/kernel/instant.ts';
import { accept, type Result, refuse } from '../../domain/kernel/result.ts';
import type { ChoiceRefusal } from '../../domain/passes/choose-certificate.ts';
import type { PassTemplate } from '../../domain/passes/pass-template.ts';
import { type CompiledTemplate, compileTemplate } from '../../issuing/apple/compile-template.ts';
import { issuePkpasses } from '../../issuing/apple/issue-pkpass.ts';
import type { ImageFault } from '../../issuing/apple/pass-images.ts';
import type { PassKey } from '../../issuing/barcode/pass-barcode.ts';
import { assetsOf } from '../queries/templates/published-templates.ts';
import type { WritableDb } from '../store/database.ts';
import type { CertificateCheck, PassIssuing } from './pass-issuing.ts';
import type { PassSigners } from './pass-signers.ts';

export interface PassIssuingParts {
  readonly db: WritableDb;
  readonly signers: PassSigners;
  readonly passKeys: readonly PassKey[];
  readonly now: () => Instant;
}

/** The embedded issuing service of a stand-alone centre: signs with the certificate that is in force right now. */
export function openPassIssuing({ db, signers, passKeys, now }: PassIssuingParts): PassIssuing {
  // A published version stays as it is: with its images it is compiled when a pass first needs it.
  const compiledTemplates = new WeakMap<PassTemplate, Result<CompiledTemplate, ImageFault>>();
  const compiledTemplate = (template: PassTemplate) => {
    const made = compiledTemplates.get(template) ?? compileTemplate(template, assetsOf(db, template));
    compiledTemplates.set(template, made);
    return made;
  };
  return {
    get authorityPem() {
      const current = signers.current();
      return current.ok ? current.value.authorityPem : '';
    },
    async issue(template, contents) {
      const current = signers.current();
      if (!current.ok) return contents.map(() => refuse({ check: certificateChecks[current.refusal] }));
      const compiled = compiledTemplate(template);
      if (!compiled.ok) return contents.map(() => refuse({ check: compiled.refusal.code }));
      const options = { now: now(), passKeys };
      const issued = await issuePkpasses(compiled.value, contents, current.value.signer, options);
      return issued.map((pass) => (pass.ok ? accept(pass.value) : refuse({ check: pass.refusal.code })));
    },
  };
}

const certificateChecks: Record<ChoiceRefusal, CertificateCheck> = {
  'no-certificate': 'certificate-missing',
  'not-yet-valid': 'certificate-not-yet-valid',
  'all-expired': 'certificate-expired',
};
