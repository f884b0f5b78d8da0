import { http, HttpResponse } from 'msw'
import type { Journey, JourneyCheck, JourneyDefinition, JourneyFaultPlace, NewJourney, TakePlay } from '@/client'
import { exitsOf } from '@/shared/journey/graph'
import { asideRuns, counts, customerRuns, forecast, guideTasks, journeys, plays, reading, simulation, standing, teamTasks, versions, welcome, workloads } from '../data/journeys'
import { BRAND, pageOf, problem } from './answers'

const found = (id: unknown) => journeys.find((one) => one.id === id)
const done = () => new HttpResponse(null, { status: 204 })

/** The commonest faults, told as the server tells them. */
export function faultsOf({ nodes, trigger }: JourneyDefinition): JourneyFaultPlace[] {
  const faults: JourneyFaultPlace[] = nodes.flatMap(({ step, exits }, index) => [
    ...exitsOf(step)
      .filter((exit) => !nodes.some(({ id }) => id === exits[exit]))
      .map((exit) => ({ pointer: `/definition/nodes/${index}/exits`, code: 'open-exit', detail: { zh: `出口“${exit}”没有接到下一个节点。`, en: `The exit "${exit}" leads nowhere.` } })),
    ...(step.type === 'message' && !step.template ? [{ pointer: `/definition/nodes/${index}/step/template`, code: 'unknown-template', detail: { zh: '没有这个模板。', en: 'There is no such template.' } }] : []),
  ])
  nodes.forEach(({ step }, index) => {
    if (step.type !== 'branch') return
    step.cases.forEach(({ condition }, at) => {
      if ((condition.type as string) === 'unfinished') faults.push({ pointer: `/definition/nodes/${index}/step/cases/${at}/condition`, code: 'unfinished', detail: { zh: '条件还没有填完；已填的保留着。', en: 'The condition is not complete yet; what was written is kept.' } })
    })
  })
  if (trigger.type === 'event' && !trigger.event?.event) faults.push({ pointer: '/definition/trigger/event/event', code: 'blank', detail: { zh: '不能为空。', en: 'Must not be blank.' } })
  return faults
}

function made(name: string, definition: JourneyDefinition): Journey {
  const journey: Journey = { ...journeys[1], id: String(journeys.length + 1), name, definition, state: 'draft', version: null }
  journeys.push(journey)
  return journey
}

function stepped(id: unknown, change: Partial<Journey>) {
  const journey = found(id)
  return journey ? HttpResponse.json(Object.assign(journey, change)) : problem(404, 'not-found')
}

export const journey = [
  http.get(`${BRAND}/journeys`, ({ params }) =>
    HttpResponse.json(
      params.brand === 'demo'
        ? journeys.map(({ id, name, state, version, nextAt, updatedAt, updatedBy }) => ({ id, name, state, version, nextAt, updatedAt, updatedBy, inside: version ? 812 : 0, aside: version ? 2 : 0 }))
        : [],
    ),
  ),
  http.post(`${BRAND}/journeys`, async ({ request }) => {
    const { name, definition } = (await request.json()) as NewJourney
    return HttpResponse.json(made(name, definition), { status: 201 })
  }),
  http.post(`${BRAND}/journeys/check`, async ({ request }) => {
    const { definition } = (await request.json()) as JourneyCheck
    const faults = faultsOf(definition)
    return HttpResponse.json({ faults, reading: faults.some(({ code }) => code === 'blank') ? null : reading })
  }),
  http.get(`${BRAND}/journeys/health`, () => HttpResponse.json(standing)),
  http.get(`${BRAND}/journeys/plays`, () => HttpResponse.json(plays)),
  http.post(`${BRAND}/journeys/plays/:play`, async ({ request }) => HttpResponse.json(made(((await request.json()) as TakePlay).name, welcome), { status: 201 })),
  http.post(`${BRAND}/journeys/simulate`, () => HttpResponse.json(simulation)),
  http.get(`${BRAND}/journeys/aside`, ({ request }) => {
    const of = new URL(request.url).searchParams.get('journey')
    return HttpResponse.json(pageOf(asideRuns.filter(({ journey }) => !of || journey === of), request))
  }),
  http.post(`${BRAND}/journeys/:id/invite/preview`, () => HttpResponse.json(forecast)),
  http.post(`${BRAND}/journeys/:id/invite`, () => HttpResponse.json({ customers: forecast.people }, { status: 202 })),
  http.post(`${BRAND}/journeys/aside/:run/:decision`, done),
  http.get(`${BRAND}/journeys/:id`, ({ params }) => {
    const journey = found(params.id)
    return journey ? HttpResponse.json(journey) : problem(404, 'not-found')
  }),
  http.put(`${BRAND}/journeys/:id`, async ({ params, request }) => stepped(params.id, { ...((await request.json()) as NewJourney), changed: true })),
  http.delete(`${BRAND}/journeys/:id`, done),
  http.post(`${BRAND}/journeys/:id/publish`, ({ params }) => stepped(params.id, { state: 'live', version: (found(params.id)?.version ?? 0) + 1, changed: false })),
  http.post(`${BRAND}/journeys/:id/pause`, ({ params }) => stepped(params.id, { state: 'paused' })),
  http.post(`${BRAND}/journeys/:id/resume`, ({ params }) => stepped(params.id, { state: 'live' })),
  http.post(`${BRAND}/journeys/:id/stop`, ({ params }) => stepped(params.id, { state: 'stopped' })),
  http.get(`${BRAND}/journeys/:id/versions`, ({ params }) => HttpResponse.json(params.id === '1' ? versions : [])),
  http.get(`${BRAND}/journeys/:id/counts`, () => HttpResponse.json(counts)),
  http.get(`${BRAND}/customers/:no/journeys`, () => HttpResponse.json(customerRuns)),
  http.get(`${BRAND}/guide-tasks/guides`, () => HttpResponse.json(workloads)),
  http.get(`${BRAND}/guide-tasks/team`, ({ request }) => {
    const asked = new URL(request.url).searchParams
    const guide = asked.get('guide')
    return HttpResponse.json(pageOf(teamTasks[(asked.get('state') ?? 'open') as keyof typeof teamTasks].filter((task) => !guide || (task.guide ?? '-') === guide), request))
  }),
  http.get(`${BRAND}/guide-tasks`, ({ request }) => HttpResponse.json(pageOf(guideTasks, request))),
  http.post(`${BRAND}/guide-tasks/:id/done`, ({ params }) => {
    guideTasks.splice(guideTasks.findIndex(({ id }) => id === params.id), 1)
    return done()
  }),
]
