import { firstCondition } from '../builder/unfinished'
import type { JourneyDefinition, JourneyNode, JourneyNodePosition, JourneyStep } from '@/client'

export type StepKind = JourneyStep['type']

/** What can be put into a journey, in the order of a palette. */
export const STEP_KINDS: StepKind[] = ['message', 'task', 'tag', 'points', 'coupon', 'delay', 'untilTime', 'untilEvent', 'branch', 'split', 'holdout', 'enter', 'webhook', 'exit']

/** Stands for who comes in, where a node is meant. */
export const TRIGGER = '@trigger'

/** One way out of a node; of the trigger it is the way to the first node. */
export interface Place {
  node: string
  exit: string
}

/** The ways out of a step. */
export function exitsOf(step: JourneyStep): string[] {
  switch (step.type) {
    case 'untilEvent':
      return ['happened', 'timeout']
    case 'message':
      return ['sent', 'notSent']
    case 'task':
      return ['done', 'overdue']
    case 'points':
    case 'coupon':
      return ['given', 'notGiven']
    case 'branch':
      return [...step.cases.map(({ exit }) => exit), 'else']
    case 'split':
      return step.arms.map(({ exit }) => exit)
    case 'exit':
      return []
    case 'delay':
    case 'untilTime':
    case 'holdout':
    case 'tag':
    case 'webhook':
    case 'enter':
      return ['next']
  }
}

/** A step as it is before anybody filled it in. */
export function newStep(kind: StepKind): JourneyStep {
  switch (kind) {
    case 'delay':
      return { type: 'delay', span: { amount: 1, unit: 'days' } }
    case 'untilTime':
      return { type: 'untilTime', time: '19:30', weekdays: [] }
    case 'untilEvent':
      return { type: 'untilEvent', event: { event: '', where: [] }, timeout: { amount: 3, unit: 'days' } }
    case 'branch':
      return { type: 'branch', cases: [{ exit: 'yes', condition: firstCondition() }] }
    case 'split':
      return { type: 'split', arms: [{ exit: 'A', weight: 50 }, { exit: 'B', weight: 50 }] }
    case 'holdout':
      return { type: 'holdout', percent: 10 }
    case 'message':
      return { type: 'message', template: '', purpose: 'marketing', priority: 5 }
    case 'tag':
      return { type: 'tag', tag: '', added: true, value: null }
    case 'task':
      return { type: 'task', title: '', words: '', deadline: { amount: 2, unit: 'days' } }
    case 'points':
      return { type: 'points', points: 100 }
    case 'coupon':
      return { type: 'coupon', template: '' }
    case 'webhook':
      return { type: 'webhook', name: '' }
    case 'enter':
      return { type: 'enter', journey: '' }
    case 'exit':
      return { type: 'exit' }
  }
}

/** A journey with nothing in it but its end. */
export function emptyJourney(): JourneyDefinition {
  return {
    trigger: { type: 'event', event: { event: '', where: [] } },
    start: 'end',
    nodes: [{ id: 'end', step: { type: 'exit' }, exits: {}, position: null }],
    goal: null,
    exitRules: [],
    reentry: { rule: 'never', days: null, key: null },
  }
}

export function nodeOf(journey: JourneyDefinition, id: string): JourneyNode | undefined {
  return journey.nodes.find((node) => node.id === id)
}

export function targetOf(journey: JourneyDefinition, { node, exit }: Place): string | undefined {
  const target = node === TRIGGER ? journey.start : nodeOf(journey, node)?.exits[exit]
  return target && nodeOf(journey, target) ? target : undefined
}

/** The nodes in the order one comes to them, then those no way leads to. */
export function walk(journey: JourneyDefinition): JourneyNode[] {
  const seen = new Set<string>()
  const nodes: JourneyNode[] = []
  const visit = (id: string | undefined) => {
    const node = id === undefined || seen.has(id) ? undefined : nodeOf(journey, id)
    if (!node) return
    seen.add(node.id)
    nodes.push(node)
    exitsOf(node.step).forEach((exit) => visit(node.exits[exit]))
  }
  visit(journey.start)
  return [...nodes, ...journey.nodes.filter(({ id }) => !seen.has(id))]
}

/** Every way out, the trigger's first. */
export function placesIn(journey: JourneyDefinition): Place[] {
  return [{ node: TRIGGER, exit: 'next' }, ...walk(journey).flatMap(({ id, step }) => exitsOf(step).map((exit) => ({ node: id, exit })))]
}

/** Where a new step goes when a node is chosen, or none: an open way out first, else before what follows. */
export function placeAfter(journey: JourneyDefinition, chosen: string | null): Place {
  const places = placesIn(journey)
  const open = (place: Place) => targetOf(journey, place) === undefined
  const ofChosen = places.filter(({ node }) => node === chosen)
  if (ofChosen.length > 0) return ofChosen.find(open) ?? ofChosen[0]
  const before = places.filter((place) => (chosen ? targetOf(journey, place) === chosen : nodeOf(journey, targetOf(journey, place) ?? '')?.step.type === 'exit'))
  return (chosen ? undefined : places.find(open)) ?? before[before.length - 1] ?? places[0]
}

/** Leads a way out to a node; null leaves it open. */
export function connect(journey: JourneyDefinition, { node, exit }: Place, target: string | null): JourneyDefinition {
  if (node === TRIGGER) return { ...journey, start: target ?? '' }
  return withNode(journey, node, (one) => {
    const exits = Object.fromEntries(Object.entries(one.exits).filter(([name]) => name !== exit))
    return { ...one, exits: target === null ? exits : { ...exits, [exit]: target } }
  })
}

/** Puts a new step into a way; all its own ways lead on to what followed. */
export function insertAt(journey: JourneyDefinition, place: Place, kind: StepKind): { journey: JourneyDefinition; id: string } {
  const target = targetOf(journey, place)
  const { journey: added, id } = addLoose(journey, kind, null, target)
  return { journey: connect(added, place, id), id }
}

/** Adds a step that no way leads to yet. */
export function addLoose(journey: JourneyDefinition, kind: StepKind, position: JourneyNodePosition | null, target?: string): { journey: JourneyDefinition; id: string } {
  const step = newStep(kind)
  const id = freeId(journey, kind)
  const exits = target === undefined ? {} : Object.fromEntries(exitsOf(step).map((exit) => [exit, target]))
  return { journey: { ...journey, nodes: [...journey.nodes, { id, step, exits, position }] }, id }
}

function freeId(journey: JourneyDefinition, kind: StepKind): string {
  const taken = new Set(journey.nodes.map(({ id }) => id))
  let number = 1
  while (taken.has(`${kind}${number}`)) number++
  return `${kind}${number}`
}

/** Changes what happens at a node; a way out that got another name leads where it led. */
export function withStep(journey: JourneyDefinition, id: string, step: JourneyStep): JourneyDefinition {
  return withNode(journey, id, (node) => {
    const before = exitsOf(node.step)
    const now = exitsOf(step)
    const renamed = before.length === now.length
    const exits = now.flatMap((exit, index) => {
      const target = node.exits[exit] ?? (renamed ? node.exits[before[index]] : undefined)
      return target === undefined ? [] : [[exit, target]]
    })
    return { ...node, step, exits: Object.fromEntries(exits) }
  })
}

/** Takes a node out; what led to it leads to what followed it by its first way. */
export function withoutNode(journey: JourneyDefinition, id: string): JourneyDefinition {
  const gone = nodeOf(journey, id)
  if (!gone) return journey
  const next = exitsOf(gone.step).map((exit) => gone.exits[exit]).find((target) => target !== undefined && target !== id)
  const healed = placesIn(journey).filter((place) => place.node !== id && targetOf(journey, place) === id)
  const led = healed.reduce((now, place) => connect(now, place, next ?? null), journey)
  return { ...led, nodes: led.nodes.filter((node) => node.id !== id) }
}

export function withPositions(journey: JourneyDefinition, positions: Map<string, JourneyNodePosition> | null): JourneyDefinition {
  return { ...journey, nodes: journey.nodes.map((node) => ({ ...node, position: positions?.get(node.id) ?? null })) }
}

function withNode(journey: JourneyDefinition, id: string, change: (node: JourneyNode) => JourneyNode): JourneyDefinition {
  return { ...journey, nodes: journey.nodes.map((node) => (node.id === id ? change(node) : node)) }
}
