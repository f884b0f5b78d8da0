import { http, HttpResponse } from 'msw'
import type { NewDeduction, NewGrant } from '@/client'
import { openings, pointsEntries, pointsHeld, pointsMonths, reconciled, trialBalance } from '../data/points'
import { BRAND, pageOf, problem } from './answers'

let booked = 100

export const points = [
  http.get(`${BRAND}/customers/:no/points`, () => HttpResponse.json(pointsHeld)),
  http.get(`${BRAND}/customers/:no/points/entries`, ({ request }) => HttpResponse.json(pageOf(pointsEntries, request))),
  http.post(`${BRAND}/customers/:no/points/grants`, async ({ request }) => {
    const { points: given } = (await request.json()) as NewGrant
    pointsHeld.available += given
    return HttpResponse.json({ entry: (booked += 1), points: given, repeated: false })
  }),
  http.post(`${BRAND}/customers/:no/points/deductions`, async ({ request }) => {
    const { points: taken } = (await request.json()) as NewDeduction
    if (taken > pointsHeld.available) return problem(409, 'points-insufficient', { detail: `可用积分只有 ${pointsHeld.available}，没有扣减。` })
    pointsHeld.available -= taken
    return HttpResponse.json({ entry: (booked += 1), points: taken, repeated: false })
  }),
  http.get(`${BRAND}/points/trial-balance`, () => HttpResponse.json(trialBalance)),
  http.get(`${BRAND}/points/liability`, ({ params }) => HttpResponse.json(params.brand === 'demo' ? pointsMonths : [])),
  http.get(`${BRAND}/points/reconciliation`, () => HttpResponse.json(reconciled)),
  http.get(`${BRAND}/points/openings`, () => HttpResponse.json(openings)),
]
