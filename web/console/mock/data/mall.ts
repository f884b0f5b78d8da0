import type { CheckInRule, GrowthProgramme, ListBenefitCalendarResponse, LoyaltyTask, LuckyDraw, MallDeskOrder, MallItem, MemberBenefit } from '@/client'

const item = (id: string, part: Partial<MallItem['item']>, more: Partial<MallItem> = {}): MallItem => ({
  id,
  item: {
    name: '保温杯',
    description: '',
    picture: null,
    kind: 'goods',
    points: 1_200,
    money: 0,
    template: null,
    delivery: true,
    stores: ['S01'],
    stock: 200,
    perMember: 1,
    tiers: [],
    from: null,
    until: null,
    ...part,
  },
  sold: 45,
  toDo: 2,
  onShelf: true,
  createdBy: 'lin',
  createdAt: '2026-11-02T02:00:00Z',
  ...more,
})

export const mallItems: MallItem[] = [
  item('1', {}),
  item('2', { name: '满 100 减 20 券', kind: 'coupon', points: 300, template: '1', delivery: false, stores: [], stock: null, perMember: null }, { sold: 310, toDo: 0 }),
  item('3', { name: '视频月卡', kind: 'code', points: 800, delivery: false, stores: [], stock: 0 }, { sold: 0, toDo: 0, onShelf: false }),
]

const order = (number: string, part: Partial<MallDeskOrder['order']>, owed: MallDeskOrder['owed'] = null): MallDeskOrder => ({
  customer: 101,
  owed,
  order: {
    number,
    item: '1',
    name: '保温杯',
    kind: 'goods',
    state: 'paid',
    pieces: 1,
    returned: 0,
    points: 1_200,
    money: 0,
    store: null,
    address: { name: '林小满', phone: '13800001111', address: '上海市中山东一路 1 号' },
    coupons: [],
    codes: [],
    carrier: null,
    parcel: null,
    why: null,
    placedAt: '2026-11-20T03:00:00Z',
    paidAt: '2026-11-20T03:00:01Z',
    fulfilledAt: null,
    cancelledAt: null,
    returnedAt: null,
    givenBack: false,
    ...part,
  },
})

export const mallOrders: MallDeskOrder[] = [
  order('9', {}),
  order('8', { store: 'S01', address: null, money: 1_990 }),
  order('6', { store: 'S01', address: null, state: 'fulfilled', fulfilledAt: '2026-11-19T05:00:00Z' }),
  order('5', { pieces: 3, points: 3_600, state: 'fulfilled', carrier: '顺丰', parcel: 'SF9', fulfilledAt: '2026-11-18T05:00:00Z' }),
  order('7', { state: 'cancelled', why: { zh: '积分不足', en: 'Too few points' }, cancelledAt: '2026-11-19T03:00:00Z', paidAt: null }),
  order('4', { state: 'cancelled', why: { zh: '缺货', en: 'Out of stock' }, cancelledAt: '2026-11-18T03:00:00Z' }, { zh: '账户放不下更多积分', en: 'The account can hold no more points' }),
]

export const checkInRule: CheckInRule = { active: true, points: [1, 2, 5], bonuses: [{ day: 7, reward: { type: 'points', points: 50 } }] }

export const memberTasks: LoyaltyTask[] = [
  {
    id: '1',
    task: {
      name: '写评价',
      growth: '1',
      definition: {
        text: '写三条评价',
        link: null,
        event: { event: 'Product Reviewed', where: [] },
        times: 3,
        per: 'week',
        withinDays: null,
        from: null,
        until: null,
        fromPages: false,
        reward: { type: 'points', points: 30 },
      },
    },
    active: true,
    activeFrom: '2026-11-01T00:00:00Z',
    done: 84,
    members: 40,
    createdAt: '2026-11-01T00:00:00Z',
  },
]

export const growthProgrammes: GrowthProgramme[] = [
  { id: '1', programme: { name: '新手成长', text: '', reward: { type: 'coupon', template: '1' }, active: true }, tasks: 1, done: 12 },
]

export const luckyDraws: LuckyDraw[] = [
  {
    id: '1',
    draw: {
      name: '周末大转盘',
      price: 20,
      perDay: 3,
      from: null,
      until: null,
      prizes: [
        { name: '满减券', reward: { type: 'coupon', template: '1' }, weight: 125_000, stock: 100 },
        { name: '10 积分', reward: { type: 'points', points: 10 }, weight: 300_000, stock: null },
      ],
    },
    active: true,
    given: [31, 74],
    plays: 250,
    members: 96,
    points: 4_980,
    promise: 'd2a84f4b8b650937ec8f73cd8be2c74add5a911ba64df27458ed8229da804a26',
    createdBy: 'lin',
    createdAt: '2026-11-01T00:00:00Z',
  },
]

export const memberBenefits: MemberBenefit[] = [
  {
    id: '1',
    benefit: { name: '生日券', occasion: 'birthday', tiers: [], plan: null, daysBefore: 7, day: null, cost: 20, reward: { type: 'coupon', template: '1' } },
    tierNames: [],
    planName: null,
    active: true,
    programme: false,
    given: 210,
    cost: 420_000,
    doneOn: '2026-11-26',
    createdBy: 'lin',
    createdAt: '2026-11-01T00:00:00Z',
  },
  {
    id: '2',
    benefit: { name: '银卡月礼', occasion: 'memberDay', tiers: ['silver'], plan: null, daysBefore: 0, day: 8, cost: 5, reward: { type: 'points', points: 50 } },
    tierNames: ['银卡'],
    planName: null,
    active: true,
    programme: true,
    given: 40,
    cost: 20_000,
    doneOn: '2026-11-26',
    createdBy: 'lin',
    createdAt: '2026-11-01T00:00:00Z',
  },
]

export const benefitCalendar: ListBenefitCalendarResponse = [
  { kind: 'member-day', id: 'eighth', name: '每月 8 日双倍', words: { zh: '2 倍积分', en: '2 times the points' }, days: ['2026-11-08', '2026-11-18'] },
  { kind: 'birthday', id: '1', name: '生日券', words: { zh: '满 100 减 20', en: '20 off' }, days: [] },
]
