import type { AsideRun, CustomerRun, GuideTask, GuideWorkload, InviteForecast, Journey, JourneyCounts, JourneyDefinition, JourneyPlay, JourneyStanding, JourneyVersion, SimulationCounts } from '@/client'

export const welcome: JourneyDefinition = {
  trigger: { type: 'event', event: { event: 'Member Joined', where: [] } },
  start: 'hold',
  nodes: [
    { id: 'hold', step: { type: 'holdout', percent: 10 }, exits: { next: 'hello' }, position: null },
    { id: 'hello', step: { type: 'message', template: '1', purpose: 'marketing', priority: 5 }, exits: { sent: 'buy', notSent: 'buy' }, position: null },
    { id: 'buy', step: { type: 'untilEvent', event: { event: 'Order Completed', where: [] }, timeout: { amount: 3, unit: 'days' } }, exits: { happened: 'end', timeout: 'call' }, position: null },
    { id: 'call', step: { type: 'task', title: '问候新会员', words: '问问喜好，不催单。', deadline: { amount: 2, unit: 'days' } }, exits: { done: 'end', overdue: 'end' }, position: null },
    { id: 'end', step: { type: 'exit' }, exits: {}, position: null },
  ],
  goal: { type: 'event', event: { event: 'Order Completed', where: [] }, withinDays: 30, leave: true },
  exitRules: [{ type: 'event', event: { event: 'Consent Withdrawn', where: [] } }],
  reentry: { rule: 'never', days: null, key: null },
}

/** The first version had neither a control group nor a guide. */
const first: JourneyDefinition = {
  ...welcome,
  start: 'hello',
  nodes: [
    welcome.nodes[1],
    { ...welcome.nodes[2], step: { type: 'untilEvent', event: { event: 'Order Completed', where: [] }, timeout: { amount: 7, unit: 'days' } }, exits: { happened: 'end', timeout: 'again' } },
    { id: 'again', step: { type: 'message', template: '2', purpose: 'marketing', priority: 3 }, exits: { sent: 'end', notSent: 'end' }, position: null },
    welcome.nodes[4],
  ],
}

export const reading: NonNullable<Journey['reading']> = {
  trigger: { zh: '发生“Member Joined”', en: '“Member Joined” happens' },
  nodes: {},
  goal: { zh: '进入后 30 天内“Order Completed”，达成即结束', en: '“Order Completed” within 30 days of coming in, which ends the journey' },
  exitRules: [{ zh: '“Consent Withdrawn”时退出', en: 'leaves when “Consent Withdrawn”' }],
  reentry: { zh: '只进入一次', en: 'comes in once' },
}

export const journeys: Journey[] = [
  { id: '1', name: '新会员欢迎', description: null, state: 'live', version: 2, definition: welcome, faults: [], reading, changed: false, nextAt: null, updatedAt: '2026-11-18T03:00:00Z', updatedBy: 'lin' },
  { id: '2', name: '生日礼遇', description: null, state: 'draft', version: null, definition: { ...welcome, start: 'hello', nodes: welcome.nodes.slice(1) }, faults: [], reading, changed: true, nextAt: null, updatedAt: '2026-11-19T03:00:00Z', updatedBy: 'lin' },
]

export const versions: JourneyVersion[] = [
  { version: 2, definition: welcome, publishedAt: '2026-11-10T03:00:00Z', publishedBy: 'lin', inside: 812 },
  { version: 1, definition: first, publishedAt: '2026-10-01T03:00:00Z', publishedBy: 'zhou', inside: 0 },
]

export const counts: JourneyCounts = {
  nodes: [
    { version: 1, node: 'hello', entered: 100, inside: 0, aside: 0, left: 0, passed: { sent: 90, notSent: 10 }, people: 100, converted: 20 },
    { version: 1, node: 'buy', entered: 100, inside: 0, aside: 0, left: 20, passed: { happened: 0, timeout: 80 }, people: 100, converted: 20 },
    { version: 1, node: 'end', entered: 20, inside: 0, aside: 0, left: 20, passed: {}, people: 20, converted: 4 },
    { version: 2, node: 'hold', entered: 2_300, inside: 96, aside: 0, left: 140, passed: { next: 2_064 }, people: 2_300, converted: 443 },
    { version: 2, node: 'hello', entered: 2_064, inside: 0, aside: 0, left: 0, passed: { sent: 1_820, notSent: 244 }, people: 2_064, converted: 412 },
    { version: 2, node: 'buy', entered: 2_064, inside: 640, aside: 0, left: 312, passed: { timeout: 1_112 }, people: 2_064, converted: 412 },
    { version: 2, node: 'call', entered: 1_112, inside: 74, aside: 2, left: 100, passed: { done: 600, overdue: 336 }, people: 1_112, converted: 100 },
    { version: 2, node: 'end', entered: 936, inside: 0, aside: 0, left: 936, passed: {}, people: 936, converted: 30 },
  ],
  inside: 812,
  entered: 2_400,
  ended: 1_588,
  control: 240,
  goals: 432,
  controlGoals: 31,
  uplift: { treated: 0.2, control: 0.129, difference: 0.071, low: 0.019, high: 0.115, shown: true },
}

export const simulation: SimulationCounts = {
  from: '2026-10-21T02:00:00Z',
  until: '2026-11-20T02:00:00Z',
  events: 18_400,
  customers: 310,
  entered: 312,
  control: 29,
  ended: 260,
  goals: 55,
  messages: 283,
  mostMessages: 2,
  perDay: { '2026-11-01': 120, '2026-11-02': 163 },
  perCustomer: { 0: 29, 1: 279, 2: 2 },
  nodes: { 'hold next': 283, 'hello sent': 283, 'buy happened': 41, 'buy timeout': 220, 'call done': 219, end: 260 },
  samples: [
    {
      customerNo: 7,
      enteredAt: '2026-11-01T02:00:00Z',
      steps: [
        { at: '2026-11-01T02:00:00Z', node: 'hold', exit: 'next' },
        { at: '2026-11-01T02:01:00Z', node: 'hello', exit: 'sent' },
        { at: '2026-11-02T09:30:00Z', node: 'buy', exit: 'happened' },
        { at: '2026-11-02T09:30:00Z', node: 'end', exit: '' },
      ],
    },
  ],
  complete: true,
}

export const customerRuns: CustomerRun[] = [
  {
    id: '91',
    journey: '1',
    name: '新会员欢迎',
    version: 2,
    state: 'waiting',
    node: 'call',
    waiting: 'task',
    dueAt: '2026-11-22T02:00:00Z',
    control: false,
    enteredAt: '2026-11-15T02:00:00Z',
    occasion: 'event/5',
    goalAt: null,
    endedAt: null,
    ended: null,
    aside: null,
    path: [
      { node: 'hold', exit: 'next', at: '2026-11-15T02:00:00Z', note: null },
      { node: 'hello', exit: 'notSent', at: '2026-11-15T02:00:05Z', note: 'quiet-hours' },
      { node: 'buy', exit: 'timeout', at: '2026-11-18T02:00:05Z', note: null },
    ],
  },
]

export const asideRuns: AsideRun[] = [
  { run: '77', journey: '1', name: '新会员欢迎', customerNo: 12, node: 'call', code: 'no-guide', detail: '这位客户没有导购', at: '2026-11-19T02:00:00Z', attempts: 5 },
]

export const standing: JourneyStanding = {
  late: [
    { run: '77', journey: '1', name: '新会员欢迎', customerNo: 12, node: 'call', reason: 'aside', words: { zh: '出错，已放到待处理：这位客户没有导购', en: 'put aside: no-guide' }, since: '2026-11-19T02:00:00Z' },
    { run: '78', journey: '1', name: '新会员欢迎', customerNo: 13, node: 'hello', reason: 'message', words: { zh: '消息还没有结果（限额、免打扰时段、渠道或导购确认）', en: 'the message has no outcome yet' }, since: '2026-11-19T20:00:00Z' },
  ],
  behindSeconds: 0,
  outbox: 0,
  entrants: 4,
  unreadEvents: 12,
}

export const guideTasks: GuideTask[] = [
  { id: '5', journey: '1', journeyName: '新会员欢迎', customerNo: 12, customer: '周琳', guide: 'guide001', title: '问候新会员', words: '周琳您好，喜欢绿茶还是花茶？', state: 'open', madeAt: '2026-11-18T02:00:00Z', dueAt: '2026-11-20T02:00:00Z', doneAt: null, doneBy: null },
  { id: '6', journey: '1', journeyName: '新会员欢迎', customerNo: 13, customer: null, guide: null, title: '问候新会员', words: '', state: 'open', madeAt: '2026-11-19T02:00:00Z', dueAt: '2199-11-21T02:00:00Z', doneAt: null, doneBy: null },
]

const [late, open] = guideTasks

export const teamTasks: Record<'open' | 'late' | 'done', GuideTask[]> = {
  open: [{ ...open }],
  late: [{ ...late }, { ...late, id: '7', customerNo: 14, customer: '许安', guide: 'guide002', state: 'overdue' }],
  done: [{ ...late, id: '8', customerNo: 15, customer: '何田', state: 'done', doneAt: '2026-11-19T08:00:00Z', doneBy: '钱多' }],
}

export const workloads: GuideWorkload[] = [
  { guide: 'guide001', open: 0, late: 1, done: 1 },
  { guide: 'guide002', open: 0, late: 1, done: 0 },
  { guide: null, open: 1, late: 0, done: 0 },
]

export const forecast: InviteForecast = {
  people: 1_204,
  unknown: 3,
  unfound: ['13900000000', 'nobody@mail.cn', 'A-77'],
  enter: 1_102,
  inside: 62,
  before: 40,
  messages: [{ node: 'hello', template: '1', channel: 'wecom', purpose: 'marketing', unbound: 120, refusing: 14 }],
}

export const plays: JourneyPlay[] = [
  {
    id: 'welcome',
    title: { zh: '欢迎新会员', en: 'Welcome new members' },
    what: { zh: '入会后先道谢，三天内没有下单再请导购问候。', en: 'Thank for joining; then a guide says hello.' },
    segment: null,
    messages: { hello: { name: '欢迎入会', subject: '欢迎加入我们', body: '{{ customer.name | default: "您好" }}，欢迎成为会员！' } },
    definition: { ...welcome, nodes: welcome.nodes.map((node) => (node.step.type === 'message' ? { ...node, step: { ...node.step, template: '@hello' } } : node)) },
  },
]
