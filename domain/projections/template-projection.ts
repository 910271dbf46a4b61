import type { RecordedEvent } from '../station-event.ts';
import type { RowChange } from './row-change.ts';

/** Every published version of the passes' template; none of them ever changes. */
export function projectTemplate({ event, occurredAt, actor }: RecordedEvent): RowChange[] {
  if (event.type !== 'TemplatePublished') return [];
  const { template } = event.data;
  return [
    {
      op: 'put',
      table: 'pass_template',
      row: {
        version: template.version,
        template: JSON.stringify(template),
        published_at: occurredAt,
        published_by: actor,
      },
    },
  ];
}
