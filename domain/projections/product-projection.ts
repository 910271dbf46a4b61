import type { RecordedEvent } from '../station-event.ts';
import type { RowChange } from './row-change.ts';

/** What the centre said about each product (one it said nothing about has no row), and the codes of its vials. */
export function projectProduct({ event, occurredAt }: RecordedEvent): RowChange[] {
  switch (event.type) {
    case 'ProductActivated':
    case 'ProductDeactivated': {
      const row = {
        product_id: event.data.productId,
        is_active: event.type === 'ProductActivated' ? 1 : 0,
        changed_at: occurredAt,
      };
      return [{ op: 'put', table: 'centre_product', row }];
    }
    case 'VialCodeLearned': {
      const { code, productId } = event.data;
      const row = { code, product_id: productId, learned_at: occurredAt };
      return [{ op: 'put', table: 'vial_code', row }];
    }
    default:
      return [];
  }
}
