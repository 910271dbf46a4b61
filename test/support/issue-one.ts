import { accept, type Result } from '../../domain/kernel/result.ts';
import type { PassContent } from '../../domain/passes/pass-content.ts';
import type { CompiledTemplate } from '../../issuing/apple/compile-template.ts';
import { type IssueOptions, issuePkpasses } from '../../issuing/apple/issue-pkpass.ts';
import type { PassFault } from '../../issuing/apple/pass-fault.ts';
import { wholePass } from '../../issuing/apple/pass-file.ts';
import type { PassSigner } from '../../issuing/keys/signer.ts';

/** One pass as the phone gets it. */
export async function issueOne(
  compiled: CompiledTemplate,
  content: PassContent,
  signer: PassSigner,
  options: IssueOptions,
): Promise<Result<Uint8Array, PassFault>> {
  const [issued] = await issuePkpasses(compiled, [content], signer, options);
  if (!issued) throw new Error('one was asked for');
  return issued.ok ? accept(wholePass(issued.value)) : issued;
}
