import sharp from 'sharp';
import { expect } from 'vitest';
import { type PassTemplate, standardTemplate } from '../../domain/passes/pass-template.ts';
import type { Station } from '../../main/station.ts';
import { asking, type Read } from './asking.ts';

/** What a site lead does with the templates of passes. */
export function templateDesk(station: () => Station) {
  const { ask, act } = asking(station);
  const centreName = () => station().settings.centreName;
  /** Keeps a draft and tells its id. */
  const saved = async (template: PassTemplate): Promise<string> => {
    const draftId = crypto.randomUUID();
    const answer = await act('templates.save-draft', { draftId, name: 'Winter', template });
    expect(answer.ok).toBe(true);
    return draftId;
  };
  return {
    ask,
    act,
    centreName,
    /** The standard look in another colour, changed further. */
    aDesign: (change: Partial<PassTemplate> = {}): PassTemplate => {
      const standard = standardTemplate(centreName());
      return { ...standard, colours: { ...standard.colours, background: '#203040' }, ...change };
    },
    saved,
    published: async (template: PassTemplate, push = false, message?: object): Promise<Read> => {
      const draftId = await saved(template);
      return act('templates.publish', { draftId, push, ...(message ? { message } : {}) });
    },
    /** A picture in one colour, brought to that image slot. */
    uploaded: async (slot: string, width: number, height: number, format: 'png' | 'jpeg' = 'png') => {
      const picture = sharp({ create: { width, height, channels: 3, background: '#cc3311' } });
      const file = await picture[format]().toBuffer();
      return ask('templates.add-image', { slot, base64: file.toString('base64') });
    },
  };
}
