import { http, HttpResponse } from 'msw'
import type { RefusedReward } from '@/client'
import { BRAND, pageOf, problem } from './answers'

const refused: RefusedReward[] = [
  {
    id: '12',
    customer: 101,
    source: 'journey',
    occasion: '沉睡唤醒',
    reward: { zh: '50 积分', en: '50 points' },
    at: '2026-11-20T03:00:00Z',
    reason: 'not-member',
    why: { zh: '不是会员', en: 'not a member' },
    retryable: true,
    state: 'refused',
  },
  {
    id: '11',
    customer: 102,
    source: 'task',
    occasion: '写评价',
    reward: { zh: '满 100 减 20', en: '20 off 100' },
    at: '2026-11-19T03:00:00Z',
    reason: 'sold-out',
    why: { zh: '已发完', en: 'all are taken' },
    retryable: true,
    state: 'refused',
  },
  {
    id: '10',
    customer: 103,
    source: 'benefit',
    occasion: '生日券',
    reward: { zh: '优惠券', en: 'A coupon' },
    at: '2026-11-18T03:00:00Z',
    reason: 'gone',
    why: { zh: '券模板或抽奖已不存在', en: 'the template or draw is gone' },
    retryable: false,
    state: 'refused',
  },
]

export const refusedReward = [
  http.get(`${BRAND}/refused-rewards`, ({ request }) => HttpResponse.json(pageOf(refused, request))),
  http.post(`${BRAND}/refused-rewards/:id/retry`, ({ params }) => {
    const found = refused.findIndex(({ id }) => id === params.id)
    if (found < 0) return problem(404, 'not-found')
    return HttpResponse.json({ ...refused.splice(found, 1)[0], state: 'due' })
  }),
]
