import { http, HttpResponse } from 'msw'
import type { NewDeduction, NewGrant } from '@/client'
import { bookings, bookingViews, openings, pointsEntries, pointsHeld, pointsMonths, reconciled, trialBalance } from '../data/points'
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
  http.get(`${BRAND}/points/entries`, ({ request }) => {
    const query = new URL(request.url).searchParams
    const accounts = query.getAll('account')
    return HttpResponse.json(
      pageOf(
        bookings.filter(
          ({ kind, key, accounts: moved }) =>
            (!query.get('kind') || kind === query.get('kind')) &&
            (!query.get('key') || key === query.get('key')) &&
            (!query.get('order') || key?.includes(query.get('order') ?? '')) &&
            (accounts.length === 0 || accounts.some((account) => account in moved)),
        ),
        request,
      ),
    )
  }),
  http.get(`${BRAND}/points/entries/:entry`, ({ params }) => {
    const found = bookingViews.find(({ line }) => String(line.entry) === params.entry)
    return found ? HttpResponse.json(found) : problem(404, 'not-found')
  }),
  http.get(`${BRAND}/points/trial-balance`, () => HttpResponse.json(trialBalance)),
  http.get(`${BRAND}/points/liability`, ({ params }) => HttpResponse.json(params.brand === 'demo' ? pointsMonths : [])),
  http.get(`${BRAND}/points/reconciliation`, () => HttpResponse.json(reconciled)),
  http.get(`${BRAND}/points/openings`, () => HttpResponse.json(openings)),
]
