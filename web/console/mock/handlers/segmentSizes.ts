import { http, HttpResponse } from 'msw'
import type { Evaluation, SizeOverTime } from '@/client'
import { customers } from '../data/customers'
import { seeded } from '../data/random'
import { BRAND, pageOf } from './answers'
import { segments } from './segment'

const DAY = 86_400_000
const LAST = Date.parse('2026-11-19T19:00:00Z')

function evaluations(): Evaluation[] {
  const random = seeded(7)
  let size = 1_090
  return Array.from({ length: 45 }, (_, index) => {
    const entered = index === 0 ? 0 : Math.floor(random() * 30)
    const left = index === 0 ? 0 : Math.floor(random() * 26)
    size += entered - left
    return { number: index + 1, at: new Date(LAST - (44 - index) * DAY).toISOString(), version: index < 20 ? 2 : 3, size, entered, left, listed: true }
  })
}

const state = { feed: false, evaluations: evaluations() }

const answer = (): SizeOverTime => ({
  feed: state.feed,
  nextAt: '2026-11-20T19:00:00Z',
  days: state.evaluations.map(({ at, size, entered, left }) => ({ day: new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 10), size, entered, left })),
  newest: [...state.evaluations].reverse(),
})

export const segmentSizes = [
  http.get(`${BRAND}/segments/:id/sizes`, () => HttpResponse.json(answer())),
  http.post(`${BRAND}/segments/:id/sizes`, () => {
    const last = state.evaluations[state.evaluations.length - 1]
    state.evaluations.push({ ...last, number: last.number + 1, at: '2026-11-20T02:00:00Z', entered: 0, left: 0 })
    return HttpResponse.json(answer())
  }),
  http.get(`${BRAND}/segments/:id/sizes/:number/:side`, ({ params, request }) => {
    const found = state.evaluations.find(({ number }) => number === Number(params.number))
    const count = found ? (params.side === 'entered' ? found.entered : found.left) : 0
    return HttpResponse.json(pageOf(customers.slice(20, 20 + count), request))
  }),
  http.put(`${BRAND}/segments/:id/feed`, async ({ request }) => {
    state.feed = ((await request.json()) as { on: boolean }).on
    return new HttpResponse(null, { status: 204 })
  }),
  http.get(`${BRAND}/customers/:no/segments`, () => HttpResponse.json(segments.map(({ id, name }) => ({ id, name })))),
]
