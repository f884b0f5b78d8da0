import { http, HttpResponse } from 'msw'
import type { AttributeSaid, CustomerProfile, CustomerRelations, CustomerRow, OrderRow, TimelineEntry } from '@/client'
import { customers } from '../data/customers'
import { seeded } from '../data/random'
import { BRAND, pageOf, problem } from './answers'

const PRODUCTS = [
  ['85123A', 'WHITE HANGING HEART T-LIGHT HOLDER', '2.55'],
  ['22423', 'REGENCY CAKESTAND 3 TIER', '12.75'],
  ['47566', 'PARTY BUNTING', '4.95'],
  ['84879', 'ASSORTED COLOUR BIRD ORNAMENT', '1.69'],
] as const

function matching(request: Request): CustomerRow[] {
  const query = new URL(request.url).searchParams
  const q = query.get('q')
  return customers.filter((one) => {
    if (q && !one.name?.startsWith(q) && String(one.customerNo) !== q) return false
    if (query.get('city') && one.city !== query.get('city')) return false
    const reachable = query.get('reachable')
    if (reachable === 'any' && one.reachable.length === 0) return false
    if (reachable === 'none' && one.reachable.length > 0) return false
    if ((reachable === 'wecom' || reachable === 'email') && !one.reachable.includes(reachable)) return false
    if (one.orders < Number(query.get('minOrders') ?? 0)) return false
    return one.orders <= Number(query.get('maxOrders') ?? Infinity)
  })
}

const rowsOf = (brand: unknown, request: Request) => (brand === 'demo' ? matching(request) : [])

function ordersOf(row: CustomerRow): OrderRow[] {
  const random = seeded(row.customerNo)
  return Array.from({ length: row.orders }, (_, index) => {
    const lines = PRODUCTS.slice(0, 1 + Math.floor(random() * 4)).map(([product, name, unitPrice]) => {
      const quantity = 1 + Math.floor(random() * 24)
      return { product, name, quantity, unitPrice, amount: Math.round(quantity * Number(unitPrice) * 100) }
    })
    const refund = index % 6 === 5
    const amount = lines.reduce((sum, line) => sum + line.amount, 0)
    return {
      number: `${refund ? 'C' : ''}${581_000 - index * 731}`,
      kind: refund ? ('refund' as const) : ('order' as const),
      at: new Date(Date.parse(row.lastOrderAt ?? '2011-12-09T11:50:00Z') - index * 33 * 86_400_000).toISOString(),
      amount: refund ? -Math.round(amount / 3) : amount,
      lines,
      store: null,
    }
  })
}

function profileOf(row: CustomerRow): CustomerProfile {
  const since = '2011-03-02T09:00:00Z'
  return {
    customerNo: row.customerNo,
    name: row.name,
    attributes: [
      { name: 'city', value: row.city ?? 'London', source: '官网', at: since, reason: 'priority', over: 'online_retail_2010', others: [{ value: 'Leeds', source: 'online_retail_2010', at: '2011-08-02T09:00:00Z' }] },
      { name: 'country', value: 'United Kingdom', source: 'online_retail_2010', at: since, reason: 'only', over: null, others: [] },
      { name: 'gender', value: '女', source: '企业微信', at: '2011-06-11T09:00:00Z', reason: 'only', over: null, others: [] },
    ],
    identifiers: [
      { kind: 'member_no' as const, masked: `1${row.customerNo}`, source: 'online_retail_2010', firstSeenAt: since },
      ...(row.phone ? [{ kind: 'phone' as const, masked: row.phone, source: '官网', firstSeenAt: since }] : []),
      { kind: 'external_userid' as const, masked: 'wmAb****x9Qw', source: '企业微信', firstSeenAt: '2011-06-11T09:00:00Z' },
    ],
    touchpoints: [
      { channel: 'wecom', usable: row.reachable.includes('wecom'), reason: row.reachable.includes('wecom') ? null : '客户已删除导购', since: '2011-06-11T09:00:00Z', guide: '沈月' },
      { channel: 'email', usable: row.reachable.includes('email'), reason: row.reachable.includes('email') ? null : '没有邮箱', since, guide: null },
    ],
    reach: [
      { channel: 'wecom', reachable: row.reachable.includes('wecom'), reasons: row.reachable.includes('wecom') ? [] : ['friend-removed'], connected: true },
      { channel: 'sms', reachable: false, reasons: ['not-consented'], connected: false },
      { channel: 'email', reachable: row.reachable.includes('email'), reasons: row.reachable.includes('email') ? [] : ['no-address', 'not-consented'], connected: true },
      { channel: 'official_account', reachable: false, reasons: ['account-unknown'], connected: false },
      { channel: 'mini_program', reachable: false, reasons: ['account-unknown'], connected: false },
    ],
    consents: [
      { channel: 'wecom', purpose: 'marketing', granted: true, at: '2011-06-11T09:00:00Z', source: '企业微信' },
      { channel: 'email', purpose: 'marketing', granted: false, at: '2011-09-02T10:00:00Z', source: '官网' },
    ],
    summary: { orders: row.orders, refunds: Math.floor(row.orders / 6), netSales: row.netSales, grossSales: Math.round(row.netSales * 1.06), firstOrderAt: row.orders ? since : null, lastOrderAt: row.lastOrderAt },
    firstSeenAt: since,
    lastSeenAt: row.lastSeenAt ?? since,
    memberSince: since,
  }
}

function timelineOf(row: CustomerRow): TimelineEntry[] {
  const orders = ordersOf(row).map(({ number, kind, at, amount }) => ({ name: kind === 'order' ? 'Order Completed' : 'Order Refunded', at, source: '官网', properties: { order_id: number, total: amount / 100, currency: 'GBP' } }))
  const touches = ['Consent Granted', 'Friend Added', 'Message Sent', 'Message Delivered', 'Link Clicked', 'Product Viewed', 'Identified'].map((name, index) => ({
    name,
    at: new Date(Date.parse('2011-06-11T09:00:00Z') + index * 9 * 86_400_000).toISOString(),
    source: '企业微信',
    properties: name === 'Product Viewed' ? { product_id: '22423', name: 'REGENCY CAKESTAND 3 TIER', price: 12.75 } : name.startsWith('Message') ? { broadcast: '秋季问候' } : {},
  }))
  return [...orders, ...touches].sort((one, other) => other.at.localeCompare(one.at)).map((entry, index, all) => ({ ...entry, group: groupOf(entry.name), position: all.length - index }))
}

function groupOf(name: string): TimelineEntry['group'] {
  if (name.startsWith('Order')) return 'orders'
  if (/^(Message|Link)/.test(name)) return 'messages'
  return name.startsWith('Product') ? 'browsing' : 'identity'
}

const relations: CustomerRelations = {
  guides: [
    { guide: '沈月', since: '2011-06-11T09:00:00Z', until: null },
    { guide: '周岚', since: '2011-03-02T09:00:00Z', until: '2011-05-20T09:00:00Z' },
  ],
  groups: [
    { group: 'g1', name: '西湖店会员群', joined: '2011-06-12T09:00:00Z', left: null },
    { group: 'g2', name: null, joined: null, left: '2011-07-01T09:00:00Z' },
  ],
  referredBy: { customerNo: customers[1].customerNo, name: customers[1].name, at: '2011-03-02T09:00:00Z' },
  referred: customers.slice(2, 5).map(({ customerNo, name }) => ({ customerNo, name, at: '2011-07-09T09:00:00Z' })),
  brought: 3,
}

const find = (no: unknown) => customers.find(({ customerNo }) => String(customerNo) === no)

export const customer = [
  http.get(`${BRAND}/customers`, ({ params, request }) => HttpResponse.json(pageOf(rowsOf(params.brand, request), request))),
  http.get(`${BRAND}/customers/count`, ({ params, request }) => HttpResponse.json({ count: rowsOf(params.brand, request).length * 24, exact: true })),
  http.get(`${BRAND}/customers/:no`, ({ params }) => {
    const row = find(params.no)
    return row ? HttpResponse.json(profileOf(row)) : problem(404, 'not-found')
  }),
  http.get(`${BRAND}/customers/:no/orders`, ({ params, request }) => HttpResponse.json(pageOf(ordersOf(find(params.no) ?? customers[0]), request))),
  http.get(`${BRAND}/customers/:no/timeline`, ({ params, request }) => {
    const query = new URL(request.url).searchParams
    const wanted = (name: string, value: string) => query.getAll(name).length === 0 || query.getAll(name).includes(value)
    const entries = timelineOf(find(params.no) ?? customers[0]).filter(
      ({ name, group, source }) => wanted('names', name) && wanted('groups', group) && wanted('sources', source),
    )
    return HttpResponse.json(pageOf(entries, request))
  }),
  http.get(`${BRAND}/customers/:no/relations`, () => HttpResponse.json(relations)),
  http.get(`${BRAND}/customers/:no/attributes/:attribute`, ({ request }) => {
    const said: AttributeSaid[] = [
      { value: 'Leeds', source: 'online_retail_2010', brand: 'demo', at: '2011-08-02T09:00:00Z', inForce: false },
      { value: 'London', source: '官网', brand: 'demo', at: '2011-03-02T09:00:00Z', inForce: true },
    ]
    return HttpResponse.json(pageOf(said, request))
  }),
  http.get(`${BRAND}/customers/:no/rfm`, ({ params }) => {
    const row = find(params.no)
    if (!row || row.orders === 0) return new HttpResponse(null, { status: 204 })
    return HttpResponse.json({ recencyDays: 24, frequency: row.orders, monetary: row.netSales, r: 4, f: Math.min(5, row.orders), m: 3, group: 'important-value' })
  }),
]
