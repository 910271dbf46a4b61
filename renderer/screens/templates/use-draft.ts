import { useEffect, useMemo, useRef, useState } from 'react';
import type { Answer } from '../../../contracts/ipc/answer.ts';
import type { Instant } from '../../../domain/kernel/instant.ts';
import type { PassTemplate } from '../../../domain/passes/pass-template.ts';
import { type RuleFault, ruleFaults } from '../../../domain/passes/template-rules.ts';
import { useStation } from '../../station-context.tsx';

const SAVE_AFTER_MS = 800;

type Failed = Extract<Answer, { ok: false }>;

export interface Draft {
  readonly draftId: string;
  readonly name: string;
  readonly template: PassTemplate;
  readonly faults: readonly RuleFault[];
  readonly state: 'saved' | 'saving' | 'unsaved';
  readonly failed?: Failed;
  rename(name: string): void;
  change(change: Partial<PassTemplate>): void;
  /** Sends what is not saved yet; answers whether all of it is. */
  save(): Promise<boolean>;
}

/** Not read yet, or not there. */
export interface UnopenedDraft {
  readonly template?: undefined;
  readonly failed?: Failed;
}

interface Content {
  readonly name: string;
  readonly template: PassTemplate;
}

/**
 * A draft while it is edited. It saves itself shortly after the last key, and when the screen is left: a scan
 * brings the desk forward at any time.
 */
export function useDraft(
  draftId: string,
): Draft | { readonly failed?: Failed; readonly template?: undefined } {
  const station = useStation();
  const [content, setContent] = useState<Content>();
  const [state, setState] = useState<Draft['state']>('saved');
  const [failed, setFailed] = useState<Failed>();
  const keeper = useRef<{
    pending?: Content | undefined;
    knownAs?: Instant;
    saving?: Promise<boolean> | undefined;
  }>({});

  useEffect(() => {
    let isCurrent = true;
    keeper.current = {};
    void station.ask('templates.draft', { draftId }).then((answer) => {
      if (!isCurrent) return;
      if (!answer.ok) return setFailed(answer);
      const { name, template, updatedAt } = answer.value;
      keeper.current.knownAs = updatedAt;
      setContent({ name, template });
    });
    return () => {
      isCurrent = false;
    };
  }, [station, draftId]);

  const saver = useMemo(() => {
    const sendOne = async (kept: typeof keeper.current, pending: Content): Promise<boolean> => {
      kept.pending = undefined;
      setState('saving');
      const answer = await station.ask('templates.save-draft', {
        requestId: crypto.randomUUID(),
        draftId,
        name: pending.name.trim() || '–',
        template: pending.template,
        ...(kept.knownAs ? { knownAs: kept.knownAs } : {}),
      });
      if (!answer.ok) {
        kept.pending ??= pending;
        setFailed(answer);
        setState('unsaved');
        return false;
      }
      kept.knownAs = answer.value.updatedAt;
      setFailed(undefined);
      setState(kept.pending ? 'unsaved' : 'saved');
      return true;
    };
    return async (): Promise<boolean> => {
      const kept = keeper.current;
      while (kept.saving !== undefined) await kept.saving;
      if (!kept.pending) return true;
      kept.saving = sendOne(kept, kept.pending);
      const isSaved = await kept.saving;
      kept.saving = undefined;
      return isSaved && kept.pending ? saver() : isSaved;
    };
  }, [station, draftId]);

  useEffect(() => {
    if (state !== 'unsaved' || !content) return;
    const timer = setTimeout(() => void saver(), SAVE_AFTER_MS);
    return () => clearTimeout(timer);
  }, [state, content, saver]);
  useEffect(() => () => void saver(), [saver]);

  const faults = useMemo(() => (content ? ruleFaults(content.template) : []), [content]);
  if (!content) return failed ? { failed } : {};
  const edit = (next: Content) => {
    keeper.current.pending = next;
    setContent(next);
    setState('unsaved');
  };
  return {
    draftId,
    ...content,
    faults,
    state,
    ...(failed ? { failed } : {}),
    rename: (name: string) => edit({ ...content, name }),
    change: (change: Partial<PassTemplate>) =>
      edit({ ...content, template: { ...content.template, ...change } }),
    save: saver,
  };
}
