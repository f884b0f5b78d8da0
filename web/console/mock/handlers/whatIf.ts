import { http, HttpResponse } from 'msw'
import { customers } from '../data/customers'
import { pastWhatIfs, whatIf as answered } from '../data/whatIf'
import { BRAND } from './answers'

const AT = `${BRAND}/loyalty/what-ifs`

export const whatIf = [
  http.get(AT, () => HttpResponse.json(pastWhatIfs)),
  http.post(AT, () => HttpResponse.json(answered, { status: 201 })),
  http.get(`${AT}/:id`, () => HttpResponse.json(answered)),
  http.get(`${AT}/:id/movers`, () => HttpResponse.json({ items: customers.slice(0, 12), next: null })),
]
