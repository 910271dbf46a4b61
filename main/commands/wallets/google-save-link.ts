import type { PassId } from '../../../domain/kernel/ids.ts';
import { accept, type Result, refuse } from '../../../domain/kernel/result.ts';
import { cardLink, longestLink, saveLink, signatureOf } from '../../../issuing/google/save-link.ts';
import { objectIdOf } from '../../../issuing/google/wallet-ids.ts';
import type { CardWrites } from '../../context.ts';
import { enqueue, stateOfWork } from '../../store/outbox/outbox.ts';
import { passById } from '../../store/tables/passes/passes.ts';
import { googleObjectOf, keepSent, wantGoogleObject } from '../../store/tables/wallets/google-objects.ts';
import { cardOfPass } from '../../wallets/card-of-pass.ts';
import { privateJwt } from '../../wallets/save-jwt-of-pass.ts';

/**
 * Why a pass has no Google link: the centre does not use Google (`google-off`), the pass is unknown or void, its
 * card is on the way to Google and worth asking for again in a moment (`card-queued`), Google refuses it and the
 * site lead must act (`card-failed`), or a private pass says more than fits into a link (`link-too-long`).
 */
export type SaveLinkRefusal =
  | 'google-off'
  | 'pass-unknown'
  | 'pass-void'
  | 'card-queued'
  | 'card-failed'
  | 'link-too-long';

/**
 * The link with which an Android phone saves a pass ("Add to Google Wallet"), for hand-over page, slip and mail.
 * A neutral card must lie at Google first: asking is what makes it, where cards are made on request only. A
 * private pass travels whole inside the link, which must therefore never be stored, logged or shortened.
 */
export function googleSaveLink(
  station: CardWrites,
  passId: PassId,
): Result<{ readonly url: string }, SaveLinkRefusal> {
  const { db, now } = station;
  const link = station.google.current();
  if (!link) return refuse('google-off');
  const pass = passById(db, passId);
  const source = pass && cardOfPass(station, passId, link.settings.mode);
  if (!pass || !source) return refuse('pass-unknown');
  if (pass.status === 'voided') return refuse('pass-void');
  const { issuerId, mode } = link.settings;
  const wish = { pass_id: passId, object_id: objectIdOf(issuerId, passId), mode, wanted_at: now() };
  if (mode === 'private') {
    const jwt = privateJwt(link, source, pass);
    const url = saveLink(link.endpoints.saveUrl, jwt);
    if (url.length > longestLink) return refuse('link-too-long');
    db.transact(() => {
      wantGoogleObject(db, wish);
      keepSent(db, { passId, revision: pass.revision, hash: signatureOf(jwt), at: now() });
    });
    return accept({ url });
  }
  if (
    googleObjectOf(db, passId)?.sent_hash != null &&
    googleObjectOf(db, passId)?.object_id === wish.object_id
  )
    return accept({ url: cardLink({ ...link, ...link.endpoints }, wish.object_id, pass.updated_at) });
  const work = stateOfWork(db, 'google-object', passId);
  if (work === 'failed') return refuse('card-failed');
  if (work === 'done') {
    db.transact(() => {
      wantGoogleObject(db, wish);
      enqueue(db, now(), [{ kind: 'google-object', subject: passId }]);
    });
    station.announce(['passes']);
  }
  return refuse('card-queued');
}
