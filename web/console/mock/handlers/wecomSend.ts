import { http, HttpResponse } from 'msw'
import type { GroupChatRow } from '@/client'
import { groupSend, groupSendRows, handTasks, lateWork, moment, momentGuides } from '../data/wecomSends'
import { BRAND, pageOf } from './answers'

const groups: GroupChatRow[] = groupSendRows.map(({ chatId, name, owner, ownerName, customers, reason }) => ({
  chatId, name, owner, ownerName, ownerLeft: reason === 'owner-left', customers, guides: 1, createdAt: '2026-10-01T08:00:00Z',
}))

export const wecomSend = [
  http.get(`${BRAND}/hand-tasks/open`, ({ request }) => HttpResponse.json(pageOf(handTasks, request))),
  http.post(`${BRAND}/hand-tasks/:id/result`, ({ params }) => HttpResponse.json(handTasks.find(({ id }) => id === params.id))),
  http.get(`${BRAND}/groups`, ({ request }) => HttpResponse.json(pageOf(groups, request))),
  http.get(`${BRAND}/group-sends`, ({ request }) => HttpResponse.json(pageOf([groupSend], request))),
  http.post(`${BRAND}/group-sends`, () => HttpResponse.json(groupSend)),
  http.get(`${BRAND}/group-sends/:id`, () => HttpResponse.json(groupSend)),
  http.get(`${BRAND}/group-sends/:id/groups`, ({ request }) => HttpResponse.json(pageOf(groupSendRows, request))),
  http.get(`${BRAND}/group-sends/:id/reach`, () => HttpResponse.json({ people: 12, customers: 11 })),
  http.post(`${BRAND}/group-sends/:id/cancel`, () => HttpResponse.json({ ...groupSend, state: 'cancelled' })),
  http.get(`${BRAND}/moments`, ({ request }) => HttpResponse.json(pageOf([moment], request))),
  http.post(`${BRAND}/moments`, () => HttpResponse.json(moment)),
  http.get(`${BRAND}/moments/:id`, () => HttpResponse.json(moment)),
  http.get(`${BRAND}/moments/:id/guides`, ({ request }) => HttpResponse.json(pageOf(momentGuides, request))),
  http.post(`${BRAND}/moments/:id/cancel`, () => HttpResponse.json({ ...moment, state: 'cancelled' })),
  http.get(`${BRAND}/wecom/late`, () => HttpResponse.json(lateWork)),
]
