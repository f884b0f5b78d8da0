import type { Cost, NewTemplate } from '@/client'
import type { Format } from '@/shared/hooks/useFormat'

export type Channel = NewTemplate['channel']

/** In the order people choose them. */
export const CHANNELS = ['wecom', 'wecom_task', 'sms', 'email', 'official_account', 'mini_program', 'call', 'webhook'] as const satisfies readonly Channel[]

/** What a template's head is on a channel: a mail's subject, or the platform's template. */
export function headOf(channel: Channel): 'subject' | 'platform' | null {
  switch (channel) {
    case 'email':
      return 'subject'
    case 'official_account':
    case 'mini_program':
      return 'platform'
    case 'wecom':
    case 'wecom_task':
    case 'sms':
    case 'call':
    case 'webhook':
      return null
  }
}

/** An official account without a template sends a customer-service message. */
export const needsHead = (channel: Channel): boolean => headOf(channel) !== null && channel !== 'official_account'

export const takesLinks = (channel: Channel): boolean => channel !== 'call' && channel !== 'mini_program'

/** How sending is told before it begins. */
export function startOf(channel: Channel): 'page.startWecom' | 'page.startEmail' | 'channels.startHand' | 'channels.startCall' | 'channels.startOther' {
  switch (channel) {
    case 'wecom':
      return 'page.startWecom'
    case 'wecom_task':
      return 'channels.startHand'
    case 'email':
      return 'page.startEmail'
    case 'call':
      return 'channels.startCall'
    case 'sms':
    case 'webhook':
    case 'official_account':
    case 'mini_program':
      return 'channels.startOther'
  }
}

/** A cost's words, and what stands in them; without a price there is no total to tell. */
export function costOf(cost: Cost, format: Format) {
  const key = cost.price === 0 ? 'costFree' : cost.charged === 'segment' ? 'costSegments' : 'costMessages'
  return { key, values: { units: format.exact(cost.units), price: format.decimal(cost.price, 2), total: format.money(cost.total) } } as const
}

/** Words as people write them, one a line or with commas between them. */
export function wordsOf(text: string): string[] {
  const words = text.split(/[\n,，、;；]/).map((word) => word.trim())
  return [...new Set(words)].filter(Boolean)
}
