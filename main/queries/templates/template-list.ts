import type { ChannelOutput } from '../../../contracts/ipc/station-contract.ts';
import type { PassTemplate } from '../../../domain/passes/pass-template.ts';
import type { PassReads, Reads } from '../../context.ts';
import { countBulk } from '../../store/outbox/outbox.ts';
import { settingOf } from '../../store/settings.ts';
import {
  countPassesBefore,
  passesPerVersion,
  publishedTemplates,
  templateDrafts,
} from '../../store/tables/templates/templates.ts';
import { passCentre } from '../passes/pass-facts.ts';

type TemplateList = ChannelOutput<'templates.list'>;

/** Versions and drafts for the designer, and how far the last push has come. */
export function templateList(station: PassReads): TemplateList {
  const { db } = station;
  const passes = passesPerVersion(db);
  const published = publishedTemplates(db).map((row) => ({
    version: row.version,
    template: JSON.parse(row.template) as PassTemplate,
    publishedAt: row.published_at,
    publishedBy: row.published_by,
  }));
  const versions = [...published, { version: 1, template: station.templates.ofVersion(1) }];
  return {
    now: station.now(),
    centre: passCentre(station),
    versions: versions.map((each) => ({
      ...each,
      passes: passes.get(each.version) ?? 0,
    })),
    drafts: templateDrafts(db).map((row) => ({
      draftId: row.draft_id,
      name: row.name,
      updatedAt: row.updated_at,
    })),
    ...pushProgress(station),
  };
}

function pushProgress({ db }: Reads): Pick<TemplateList, 'push'> {
  const push = settingOf(db, 'template-push');
  if (!push) return {};
  const toRedesign = countPassesBefore(db, push.version);
  return { push: { ...push, toRedesign, toSign: toRedesign + countBulk(db, 'sign-pass') } };
}
