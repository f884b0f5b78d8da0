import { http, HttpResponse } from 'msw'
import type { CustomerTag, NewTag, NewTagGroup, NewTagging, NewTagRule, Tag, TagGroup, Tagging, TagRule } from '@/client'
import { segments } from './segment'
import { BRAND, problem } from './answers'

const tag = (id: string, groupId: string, group: string, name: string, kind: Tag['kind'] = 'plain', single = false): Tag => ({ id, groupId, group, single, name, kind })

export const groups: TagGroup[] = [
  { id: '1', name: '偏好', single: false, wecom: true, tags: [tag('11', '1', '偏好', '绿茶'), tag('12', '1', '偏好', '手冲咖啡'), tag('13', '1', '偏好', '送礼')] },
  { id: '2', name: '等级', single: true, wecom: true, tags: [tag('21', '2', '等级', '金', 'plain', true), tag('22', '2', '等级', '银', 'plain', true)] },
  { id: '3', name: '尺码', single: false, wecom: false, tags: [tag('31', '3', '尺码', '鞋码', 'number'), tag('32', '3', '尺码', '宝宝生日', 'date')] },
]

const counts: Record<string, number> = { 11: 1184, 12: 733, 13: 96, 21: 320, 22: 1410, 31: 58 }

const rules: TagRule[] = [
  { id: '1', tagId: '21', tag: '金', group: '等级', value: null, definition: segments[0].definition, reading: segments[0].reading, active: true, dueAt: '2026-11-20T19:00:00Z', ranAt: '2026-11-19T19:00:04Z', met: 320, added: 12, removed: 5, problem: null },
]

const taggings: Tagging[] = [
  { id: '1', tag: '送礼', group: '偏好', adding: true, value: null, reached: 120, changed: 96, undoable: true, job: null, createdBy: 'lin', createdAt: '2026-11-18T03:00:00Z', doneAt: '2026-11-18T03:00:09Z', undoneAt: null },
]

const has: CustomerTag[] = [
  { tagId: '11', tag: '绿茶', group: '偏好', kind: 'plain', value: null, since: '2026-10-02T03:00:00Z', origin: 'wecom', by: 'g1' },
  { tagId: '21', tag: '金', group: '等级', kind: 'plain', value: null, since: '2026-11-19T19:00:04Z', origin: 'rule', by: '1' },
  { tagId: '31', tag: '鞋码', group: '尺码', kind: 'number', value: '38.5', since: '2026-09-12T03:00:00Z', origin: 'manual', by: 'lin' },
]

const done = () => new HttpResponse(null, { status: 204 })
const find = (id: unknown) => groups.flatMap((group) => group.tags).find((one) => one.id === id)

export const tags = [
  http.get(`${BRAND}/tag-groups`, ({ params }) => HttpResponse.json(params.brand === 'demo' ? groups : [])),
  http.post(`${BRAND}/tag-groups`, async ({ request }) => {
    const body = (await request.json()) as NewTagGroup
    if (groups.some(({ name }) => name === body.name)) return problem(409, 'tag-name-taken')
    const group: TagGroup = { ...body, id: String(groups.length + 1), tags: [] }
    groups.push(group)
    return HttpResponse.json(group, { status: 201 })
  }),
  http.put(`${BRAND}/tag-groups/:id`, async ({ params, request }) => {
    Object.assign(groups.find(({ id }) => id === params.id) ?? {}, await request.json())
    return done()
  }),
  http.delete(`${BRAND}/tag-groups/:id`, done),
  http.post(`${BRAND}/tag-groups/:id/tags`, async ({ params, request }) => {
    const { name, kind } = (await request.json()) as NewTag
    const group = groups.find(({ id }) => id === params.id)
    if (!group) return problem(404, 'not-found')
    const made = tag(`${group.id}${group.tags.length + 1}`, group.id, group.name, name, kind, group.single)
    group.tags.push(made)
    return HttpResponse.json(made, { status: 201 })
  }),
  http.get(`${BRAND}/tags/counts`, () => HttpResponse.json(Object.entries(counts).map(([tagId, customers]) => ({ tagId, customers })))),
  http.put(`${BRAND}/tags/:id`, async ({ params, request }) => {
    Object.assign(find(params.id) ?? {}, await request.json())
    return done()
  }),
  http.delete(`${BRAND}/tags/:id`, ({ params }) => (params.id === '21' ? problem(409, 'tag-in-use', { detail: 'tag-rule/1' }) : done())),
  http.get(`${BRAND}/tag-channels`, () => HttpResponse.json([{ id: 1, kind: 'state', mark: 'poster-1', tagId: '13' }])),
  http.post(`${BRAND}/tag-channels`, done),
  http.delete(`${BRAND}/tag-channels/:id`, done),
  http.get(`${BRAND}/customers/:no/tags`, () => HttpResponse.json(has)),
  http.put(`${BRAND}/customers/:no/tags/:tag`, async ({ params, request }) => {
    const found = find(params.tag)
    const { value } = (await request.json()) as { value?: string | null }
    if (found) has.push({ tagId: found.id, tag: found.name, group: found.group, kind: found.kind, value: value ?? null, since: '2026-11-20T02:00:00Z', origin: 'manual', by: 'lin' })
    return done()
  }),
  http.delete(`${BRAND}/customers/:no/tags/:tag`, ({ params }) => {
    has.splice(has.findIndex(({ tagId }) => tagId === params.tag), 1)
    return done()
  }),
  http.get(`${BRAND}/tag-rules`, () => HttpResponse.json(rules)),
  http.post(`${BRAND}/tag-rules`, async ({ request }) => {
    const body = (await request.json()) as NewTagRule
    const found = find(body.tagId)
    const rule: TagRule = { ...rules[0], ...body, value: body.value ?? null, id: String(rules.length + 1), tag: found?.name ?? '', group: found?.group ?? '', ranAt: null, met: null, added: null, removed: null }
    rules.push(rule)
    return HttpResponse.json(rule, { status: 201 })
  }),
  http.put(`${BRAND}/tag-rules/:id`, async ({ params, request }) => {
    const rule = rules.find(({ id }) => id === params.id)
    return rule ? HttpResponse.json(Object.assign(rule, await request.json())) : problem(404, 'not-found')
  }),
  http.delete(`${BRAND}/tag-rules/:id`, done),
  http.post(`${BRAND}/tag-rules/:id/run`, () => HttpResponse.json({ job: '6f1c5a10-0000-4000-8000-000000000001' })),
  http.get(`${BRAND}/taggings`, () => HttpResponse.json(taggings)),
  http.post(`${BRAND}/taggings/preview`, () => HttpResponse.json({ reached: 1184, changes: 1020 })),
  http.post(`${BRAND}/taggings`, async ({ request }) => {
    const body = (await request.json()) as NewTagging
    const found = find(body.tagId)
    const one: Tagging = { ...taggings[0], id: String(taggings.length + 1), tag: found?.name ?? '', group: found?.group ?? '', adding: body.adding, value: body.value ?? null, reached: 1184, changed: 1020, createdAt: '2026-11-20T02:00:00Z' }
    taggings.unshift(one)
    return HttpResponse.json(one, { status: 201 })
  }),
  http.post(`${BRAND}/taggings/:id/undo`, ({ params }) => {
    const one = taggings.find(({ id }) => id === params.id)
    return one ? HttpResponse.json(Object.assign(one, { undoable: false, undoneAt: '2026-11-20T02:00:00Z' })) : problem(404, 'not-found')
  }),
]
