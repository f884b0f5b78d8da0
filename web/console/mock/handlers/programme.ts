import { http, HttpResponse } from 'msw'
import type { Programme, ProgrammeDraft } from '@/client'
import { programmes, programmeVersions, reading } from '../data/programme'
import { BRAND } from './answers'

const AT = `${BRAND}/loyalty/programme`
let kept: Programme = programmes

export const programme = [
  http.get(AT, () => HttpResponse.json(kept)),
  http.put(AT, async ({ request }) => {
    const { definition } = (await request.json()) as ProgrammeDraft
    kept = { ...kept, draft: definition ?? null, differs: true }
    return HttpResponse.json(kept)
  }),
  http.post(`${AT}/check`, () => HttpResponse.json({ faults: [], warnings: [], reading })),
  http.post(`${AT}/publish`, () => {
    kept = { ...kept, version: (kept.version ?? 0) + 1, differs: false }
    return HttpResponse.json(kept)
  }),
  http.get(`${BRAND}/customers/:no/memberships`, () =>
    HttpResponse.json([{ card: '8800123', joinedAt: '2026-01-05T02:00:00Z', tier: 'member', tierSince: '2026-01-05T02:00:00Z', reviewOn: '2027-01-05', reached: 42_000, nextTier: 'silver', missing: 58_000, earnings: [] }]),
  ),
  http.get(`${AT}/versions`, () => HttpResponse.json(programmeVersions)),
]
