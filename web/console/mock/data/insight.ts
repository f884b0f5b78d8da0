import type { Home, Ladder, Metric, RfmGrid } from '@/client'

const windowFrom = '2010-12-10'
const windowTo = '2011-12-09'
export const dataAt = '2011-12-09T12:50:00Z'

const metric = (part: Omit<Metric, 'windowFrom' | 'windowTo'>): Metric => ({ ...part, windowFrom, windowTo })

const NET = [6_860_3, 7_487_9, 5_608_9, 5_228_2, 7_173_9, 5_373_9, 7_701_5, 7_593_0, 7_582_0, 7_352_8, 10_587_2, 11_589_6, 14_661_8, 3_434_0]
const MONTHS = ['2010-11', '2010-12', '2011-01', '2011-02', '2011-03', '2011-04', '2011-05', '2011-06', '2011-07', '2011-08', '2011-09', '2011-10', '2011-11', '2011-12']

export const home: Home = {
  dataAt,
  windowFrom,
  windowTo,
  metrics: [
    metric({ key: 'customers', value: 5_942, unit: 'people', numerator: null, denominator: null, previous: 4_383, name: { zh: '客户数', en: 'Customers' }, definition: { zh: '统一身份后的客户，不含已注销', en: 'One-ID customers, not erased' } }),
    metric({ key: 'reachable', value: 3_118, unit: 'people', numerator: 3_118, denominator: 5_942, previous: 2_204, name: { zh: '可触达', en: 'Reachable' }, definition: { zh: '现在至少有一个可用触点的客户', en: 'Customers with at least one touchpoint usable now' } }),
    metric({ key: 'netSales', value: 979_842_311, unit: 'money', numerator: null, denominator: null, previous: 914_220_188, name: { zh: '净销售额', en: 'Net sales' }, definition: { zh: '已付订单金额减去退款，退款计在发生当天', en: 'Paid order lines less refunds; a refund belongs to its own day' } }),
    metric({ key: 'buyers', value: 4_338, unit: 'people', numerator: null, denominator: null, previous: 4_312, name: { zh: '购买人数', en: 'Buyers' }, definition: { zh: '窗口内至少有一笔已付订单的客户', en: 'Customers with at least one paid order in the window' } }),
    metric({ key: 'repurchaseRate', value: 0.6558, unit: 'rate', numerator: 2_845, denominator: 4_338, previous: 0.6731, name: { zh: '复购率', en: 'Repurchase rate' }, definition: { zh: '窗口内下过两单及以上的人 ÷ 窗口内下过单的人', en: 'Buyers with two or more orders in the window ÷ buyers in the window' } }),
    metric({ key: 'ordersPerBuyer', value: 4.27, unit: 'number', numerator: 18_532, denominator: 4_338, previous: 4.45, name: { zh: '购买频次', en: 'Orders per buyer' }, definition: { zh: '订单数 ÷ 购买人数', en: 'Orders ÷ buyers' } }),
    metric({ key: 'orderValue', value: 47_823, unit: 'money', numerator: 886_255_796, denominator: 18_532, previous: 45_990, name: { zh: '笔单价', en: 'Order value' }, definition: { zh: '净销售额 ÷ 订单数', en: 'Net sales ÷ orders' } }),
    metric({ key: 'anonymousShare', value: 0.1489, unit: 'rate', numerator: 145_900_000, denominator: 979_842_311, previous: 0.1612, name: { zh: '匿名销售占比', en: 'Anonymous share' }, definition: { zh: '没有客户号的订单的净销售额 ÷ 净销售额', en: 'Net sales of orders without a customer ÷ net sales' } }),
    metric({ key: 'memberShare', value: null, unit: 'rate', numerator: null, denominator: null, previous: null, name: { zh: '会销比', en: 'Member sales share' }, definition: { zh: '下单时已是会员的人的净销售额 ÷ 净销售额', en: 'Net sales by people who were members when they ordered ÷ net sales' } }),
  ],
  wheel: [
    { part: 'gather', count: 5_942, rate: null, name: { zh: '聚水流', en: 'Gather' }, definition: { zh: '统一身份后的客户', en: 'One-ID customers' } },
    { part: 'hold', count: 3_118, rate: 0.5247, name: { zh: '凝水势', en: 'Hold' }, definition: { zh: '现在可触达的客户 ÷ 客户数', en: 'Reachable now ÷ customers' } },
    { part: 'splash', count: null, rate: null, name: { zh: '激水花', en: 'Splash' }, definition: { zh: '分享或邀请过的客户', en: 'Customers who shared or invited' } },
    { part: 'turn', count: 4_338, rate: 0.73, name: { zh: '促转化', en: 'Turn' }, definition: { zh: '窗口内下过单的客户 ÷ 客户数', en: 'Bought in the window ÷ customers' } },
    { part: 'return', count: 2_845, rate: 0.6558, name: { zh: '促循环', en: 'Return' }, definition: { zh: '窗口内下过两单及以上的人 ÷ 窗口内下过单的人', en: 'Two or more orders ÷ buyers' } },
  ],
  months: MONTHS.map((month, index) => ({
    month,
    netSales: NET[index] * 1000,
    grossSales: NET[index] * 1060,
    orders: Math.round(NET[index] / 46),
    buyers: Math.round(NET[index] / 78),
    anonymousSales: NET[index] * 140,
    partial: index === 0 || index === MONTHS.length - 1,
  })),
}

const GROUPS = [
  ['important-value', '重要价值客户', 'Champions', 986, 521000000],
  ['important-develop', '重要发展客户', 'Big spenders to develop', 412, 118000000],
  ['important-keep', '重要保持客户', 'Loyal, drifting away', 487, 152000000],
  ['important-win-back', '重要挽留客户', 'Big spenders to win back', 398, 61000000],
  ['general-value', '一般价值客户', 'Frequent, small baskets', 742, 48000000],
  ['general-develop', '一般发展客户', 'Recent, little yet', 655, 33000000],
  ['general-keep', '一般保持客户', 'Once frequent, small baskets', 257, 9000000],
  ['general-win-back', '一般挽留客户', 'Dormant, little spent', 401, 21000000],
] as const

const DENSITY = [
  [290, 240, 190, 120, 40],
  [220, 210, 190, 150, 90],
  [180, 190, 200, 180, 130],
  [110, 130, 180, 230, 210],
  [50, 80, 130, 210, 388],
]

export const rfm: RfmGrid = {
  dataAt,
  windowFrom,
  windowTo,
  cells: DENSITY.flatMap((row, r) => row.map((customers, f) => ({ r: r + 1, f: f + 1, customers, sales: customers * (f + 1) ** 2 * 9_000 }))),
  groups: GROUPS.map(([key, zh, en, customers, sales]) => ({
    key,
    name: { zh, en },
    definition: { zh: '按最近一次购买、频次与金额的五分位划分', en: 'By quintiles of recency, frequency and money' },
    customers,
    sales,
    definitionOfSegment: { type: 'and', conditions: [{ type: 'orders', measure: 'recency', operator: 'atMost', value: 60, window: null }, { type: 'orders', measure: 'count', operator: 'atLeast', value: 3, window: { type: 'last', days: 365 } }] },
  })),
}

export const ladder: Ladder = {
  dataAt,
  steps: [
    { step: 1, customers: 5_878, reachedNext: 4_255, share: 0.7239, medianDays: 61 },
    { step: 2, customers: 4_255, reachedNext: 3_317, share: 0.7796, medianDays: 50 },
    { step: 3, customers: 3_317, reachedNext: 2_681, share: 0.8083, medianDays: 44 },
    { step: 4, customers: 2_681, reachedNext: 2_212, share: 0.8251, medianDays: 39 },
    { step: 5, customers: 2_212, reachedNext: 1_871, share: 0.8458, medianDays: 36 },
  ],
}
