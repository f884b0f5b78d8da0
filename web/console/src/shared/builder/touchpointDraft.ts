import type { TouchpointCondition } from '@/client'
import { newId } from './nodeId'

export interface TouchpointDraft {
  id: string
  negated: boolean
  kind: 'touchpoint'
  channel: TouchpointCondition['channel']
  state: TouchpointCondition['state']
  guides: string[]
}

export const TOUCHPOINT_CHANNELS = ['wecom', 'email', 'sms'] as const

/** What is known of a channel: of phone numbers nobody tells us that they are gone. */
export function statesOf(channel: TouchpointDraft['channel']): TouchpointDraft['state'][] {
  return channel === 'sms' ? ['has', 'reachable', 'unsubscribed'] : ['has', 'reachable', 'unsubscribed', 'lost']
}

/** Consent is the customer's, whoever the friend is. */
export function takesGuides({ channel, state }: Pick<TouchpointDraft, 'channel' | 'state'>): boolean {
  return channel === 'wecom' && state !== 'unsubscribed'
}

export function newTouchpointRow(): TouchpointDraft {
  return { id: newId(), kind: 'touchpoint', negated: false, channel: 'wecom', state: 'reachable', guides: [] }
}

export function readTouchpoint({ channel, state, guides }: TouchpointCondition): TouchpointDraft {
  return { ...newTouchpointRow(), channel, state, guides: [...(guides ?? [])] }
}

export function touchpointCondition(draft: TouchpointDraft): { type: 'touchpoint' } & TouchpointCondition {
  const guides = takesGuides(draft) ? draft.guides.map((guide) => guide.trim()).filter(Boolean) : []
  return { type: 'touchpoint', channel: draft.channel, state: draft.state, ...(guides.length > 0 && { guides }) }
}
