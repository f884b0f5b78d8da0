import { http, HttpResponse } from 'msw'
import { health, quiet } from '../data/programmeHealth'
import { BRAND } from './answers'

export const programmeHealth = [http.get(`${BRAND}/loyalty/health`, ({ params }) => HttpResponse.json(params.brand === 'demo' ? health : quiet))]
