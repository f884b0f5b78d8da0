import type { CatalogueDetail, CatalogueEntry, StandardView } from '@/client'

const entry = (name: string, standard: string | null, lastWeek: number, warnings: CatalogueEntry['warnings'] = [], ours = false): CatalogueEntry => ({
  name,
  standard,
  ours,
  events: lastWeek * 9,
  lastWeek,
  firstAt: '2026-06-01T02:00:00Z',
  lastAt: '2026-11-20T01:58:12Z',
  warnings,
})

export const catalogue: CatalogueEntry[] = [
  { ...entry('Cart Viewed', '查看购物车', 3_210, [{ kind: 'silent', property: null, detail: '已 31 小时没有收到；之前 7 天平均每天 612 条' }]), lastAt: '2026-11-18T18:40:00Z' },
  entry('Product Viewed', '浏览商品', 48_212, [
    { kind: 'property-vanished', property: 'category', detail: '“category”不再出现；之前 7 天有 96% 的事件带有它' },
    { kind: 'type-changed', property: 'price', detail: '“price”从数字变成了文本' },
  ]),
  entry('order_completed', null, 120, [{ kind: 'misspelt', property: null, detail: '看起来是标准事件“Order Completed”，但名称不同，不会按它计算' }]),
  entry('Coffee Quiz Finished', null, 88, [{ kind: 'new-name', property: null, detail: '最近 7 天内第一次出现' }]),
  entry('Page Viewed', '浏览页面', 131_940),
  entry('Order Completed', '完成订单（已支付）', 2_471),
  entry('Message Sent', '已发送', 1_800, [], true),
]

export const productViewed: CatalogueDetail = {
  entry: catalogue[1],
  properties: [
    { name: 'product_id', type: 'text', types: ['text'], filled: 1, standard: '商品编码', required: true, personal: false, examples: ['A-17', 'B-02', 'C-44'], firstAt: '2026-06-01T02:00:00Z', lastAt: '2026-11-20T01:58:12Z' },
    { name: 'category', type: 'text', types: ['text'], filled: 0.84, standard: '类目', required: false, personal: false, examples: ['咖啡豆', '挂耳'], firstAt: '2026-06-01T02:00:00Z', lastAt: '2026-11-19T15:00:00Z' },
    { name: 'price', type: 'number', types: ['number', 'text'], filled: 0.99, standard: '单价，主单位', required: false, personal: false, examples: ['39.00', '68.00'], firstAt: '2026-06-01T02:00:00Z', lastAt: '2026-11-20T01:58:12Z' },
    { name: 'phone', type: 'text', types: ['text'], filled: 0.02, standard: null, required: false, personal: true, examples: [], firstAt: '2026-09-12T02:00:00Z', lastAt: '2026-11-19T01:00:00Z' },
  ],
  sources: [
    { source: '官网', events: 290_110, firstAt: '2026-06-01T02:00:00Z', lastAt: '2026-11-20T01:58:12Z' },
    { source: '小程序', events: 143_798, firstAt: '2026-08-01T02:00:00Z', lastAt: '2026-11-20T01:57:40Z' },
  ],
  days: Array.from({ length: 30 }, (_, index) => ({
    day: new Date(Date.UTC(2026, 9, 22 + index)).toISOString().slice(0, 10),
    events: 5_200 + Math.round(1_900 * Math.sin(index / 1.1)) + 60 * index,
  })),
}

export const standardEvents: StandardView[] = [
  {
    name: 'Product Viewed',
    topic: 'browsing',
    meaning: '浏览商品',
    ours: false,
    spellings: ['view_item', '商品浏览'],
    properties: [
      { name: 'product_id', type: 'text', required: true, meaning: '商品编码' },
      { name: 'price', type: 'number', required: false, meaning: '单价，主单位' },
    ],
  },
  {
    name: 'Order Completed',
    topic: 'order',
    meaning: '完成订单（已支付）',
    ours: false,
    spellings: ['purchase', '支付成功'],
    properties: [
      { name: 'order_id', type: 'text', required: true, meaning: '订单号' },
      { name: 'products', type: 'list', required: false, meaning: '商品' },
      { name: 'products[].price', type: 'number', required: false, meaning: '单价，主单位' },
    ],
  },
  { name: 'Points Earned', topic: 'loyalty', meaning: '获得积分', ours: false, spellings: [], properties: [{ name: 'points', type: 'number', required: true, meaning: '积分' }] },
  { name: 'Message Sent', topic: 'message', meaning: '已发送', ours: true, spellings: [], properties: [] },
]
