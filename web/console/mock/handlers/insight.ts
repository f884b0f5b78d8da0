import { http, HttpResponse } from 'msw'
import type { Home } from '@/client'
import { home, ladder, rfm } from '../data/insight'
import { result } from '../data/broadcasts'
import { BRAND } from './answers'

const empty: Home = {
  ...home,
  months: [],
  metrics: home.metrics.map((metric) => ({ ...metric, value: metric.key === 'customers' ? 0 : null })),
  wheel: home.wheel.map((part) => ({ ...part, count: null, rate: null })),
}

export const insight = [
  http.get(`${BRAND}/home`, ({ params }) => HttpResponse.json(params.brand === 'demo' ? home : empty)),
  http.get(`${BRAND}/rfm`, ({ params }) => HttpResponse.json(params.brand === 'demo' ? rfm : { ...rfm, cells: [], groups: [] })),
  http.get(`${BRAND}/ladder`, ({ params }) => HttpResponse.json(params.brand === 'demo' ? ladder : { ...ladder, steps: [] })),
  http.get(`${BRAND}/broadcasts/:id/result`, () => HttpResponse.json(result)),
]
