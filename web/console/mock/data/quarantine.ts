import type { QuarantinedEvent } from '@/client'

interface Kept extends QuarantinedEvent {
  body: string
}

const kept = (id: number, more: Partial<Kept>): Kept => ({
  id,
  sourceId: 1,
  source: '官网',
  reason: 'price-negative',
  detail: '订单的 total 或某行 price 为负。',
  name: 'Order Completed',
  times: 1,
  firstAt: '2026-11-19T08:12:00Z',
  lastAt: '2026-11-20T01:40:00Z',
  state: 'open',
  corrected: false,
  closedAt: null,
  closedBy: null,
  body: `{"type":"track","event":"Order Completed","userId":"u-${id}","messageId":"o-${id}","properties":{"order_id":"SO-${id}","total":-68.00,"phone":"13812345678"}}`,
  ...more,
})

export const quarantined: Kept[] = [
  ...Array.from({ length: 12 }, (_, index) => kept(100 + index, { times: 1 + (index % 4) })),
  ...Array.from({ length: 5 }, (_, index) =>
    kept(200 + index, {
      sourceId: 2,
      source: '小程序',
      reason: 'id-missing',
      detail: '缺少有效的 userId 或 anonymousId。',
      name: 'Product Viewed',
      times: 31,
      body: `{"type":"track","event":"Product Viewed","messageId":"v-${index}","properties":{"product_id":"A-17"}}`,
    }),
  ),
  kept(300, { sourceId: 2, source: '小程序', reason: 'json-malformed', detail: '不是正确的 JSON。', name: null, body: '{"batch":[{"type":"track","event":"Product Viewed","userId":"13812345678","prop' }),
  kept(301, { state: 'replayed', corrected: true, closedAt: '2026-11-20T02:00:00Z', closedBy: 'operator' }),
  kept(302, { state: 'discarded', closedAt: '2026-11-20T02:10:00Z', closedBy: 'operator' }),
]
