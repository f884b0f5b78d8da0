import { http, HttpResponse } from 'msw'
import type { IdentitySuggestion, SuggestionSide as Side } from '@/client'
import { BRAND, pageOf, problem } from './answers'

const side = (customerNo: number, more: Partial<Side>): Side => ({
  customerNo, name: null, gender: null, birthday: null, province: null, city: null, address: null, phones: [], emails: [], memberNos: [], orders: 0, netSales: 0,
  firstSeenAt: '2025-03-02T09:00:00Z', lastSeenAt: '2026-10-21T05:00:00Z', ...more,
})

const pair = (left: Side, right: Side, probability: number, evidence: IdentitySuggestion['evidence'], conflicts: IdentitySuggestion['conflicts'] = []): IdentitySuggestion => ({
  left, right, state: 'open', weight: 20 + probability * 10, probability, evidence, conflicts, foundAt: '2026-11-24T19:02:00Z', decidedAt: null, decidedBy: null,
})

export const fresh = (): IdentitySuggestion[] => [
  pair(
    side(12_346, { name: '陈伟', gender: 'male', birthday: '1990-03-07', province: '浙江', city: '杭州', address: '杭州市西湖区****', phones: ['138****5678'], memberNos: ['10086'], orders: 7, netSales: 238_000 }),
    side(12_940, { name: '陳偉', gender: '男', birthday: '1990-07-03', city: '杭州', address: '杭州西湖区****', emails: ['w***@qq.com'], orders: 2, netSales: 45_900 }),
    0.9994,
    [
      { field: 'name', likeness: 'same', bits: 12.4 }, { field: 'birthday', likeness: 'swapped', bits: 9.1 }, { field: 'gender', likeness: 'same', bits: 0.9 },
      { field: 'city', likeness: 'same', bits: 3.2 }, { field: 'address', likeness: 'same', bits: 15.8 },
    ],
  ),
  pair(
    side(12_349, { name: '诸葛丽娜', gender: 'female', birthday: '1988-08-08', city: '成都', memberNos: ['20017'], phones: ['139****0007'], orders: 4, netSales: 88_000 }),
    side(12_998, { name: '诸葛莉娜', gender: 'female', birthday: '1988-08-08', city: '成都', memberNos: ['20941'], phones: ['139****0070'], orders: 1, netSales: 12_900 }),
    0.982,
    [
      { field: 'name', likeness: 'same_sound', bits: 9.6 }, { field: 'birthday', likeness: 'same', bits: 13.2 }, { field: 'gender', likeness: 'same', bits: 0.9 },
      { field: 'phone', likeness: 'almost', bits: 14.1 }, { field: 'city', likeness: 'same', bits: 4.4 },
    ],
    ['member_no'],
  ),
  pair(
    side(12_352, { name: '王小明', birthday: '2001-11-02', city: '上海', phones: ['137****1212'], orders: 3, netSales: 51_000 }),
    side(13_004, { name: '王明', birthday: '2001-11-02', city: '苏州', phones: ['159****8080'], orders: 0, netSales: 0 }),
    0.71,
    [
      { field: 'name', likeness: 'almost', bits: 5.4 }, { field: 'birthday', likeness: 'same', bits: 13.2 }, { field: 'phone', likeness: 'different', bits: -2.2 },
      { field: 'city', likeness: 'different', bits: -3.3 },
    ],
  ),
]

let suggestions = fresh()

/** For tests, which all begin alike. */
export function resetSuggestions(): void {
  suggestions = fresh()
}

function decide(state: IdentitySuggestion['state'], from: IdentitySuggestion['state']) {
  return ({ params }: { params: Record<string, unknown> }) => {
    const found = suggestions.find(({ left, right }) => String(left.customerNo) === params.left && String(right.customerNo) === params.right)
    if (!found) return problem(404, 'not-found')
    if (found.state !== from) return problem(409, 'conflict')
    Object.assign(found, state === 'open' ? { state, decidedAt: null, decidedBy: null } : { state, decidedAt: '2026-11-25T02:00:00Z', decidedBy: 'lin' })
    return HttpResponse.json(found)
  }
}

const run = () => ({ running: false, job: '5f1c', startedAt: '2026-11-24T19:00:00Z', finishedAt: '2026-11-24T19:02:00Z', customers: 5_760, open: suggestions.filter(({ state }) => state === 'open').length })

export const suggestion = [
  http.get(`${BRAND}/suggestions`, ({ params, request }) => {
    const state = new URL(request.url).searchParams.get('state') ?? 'open'
    return HttpResponse.json(pageOf(params.brand === 'demo' ? suggestions.filter((one) => one.state === state) : [], request))
  }),
  http.get(`${BRAND}/suggestions/search`, ({ params }) => HttpResponse.json(params.brand === 'demo' ? run() : { running: false, job: null, startedAt: null, finishedAt: null, customers: null, open: 0 })),
  http.post(`${BRAND}/suggestions/search`, () => HttpResponse.json(run())),
  http.post(`${BRAND}/suggestions/:left/:right/accept`, decide('accepted', 'open')),
  http.post(`${BRAND}/suggestions/:left/:right/reject`, decide('rejected', 'open')),
  http.post(`${BRAND}/suggestions/:left/:right/reopen`, decide('open', 'rejected')),
]
