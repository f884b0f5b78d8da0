import type { Same } from '../same'
import type { recipients as zh } from '../zh/recipients'

export const recipients: Same<typeof zh> = {
  state: 'State',
  all: 'All states',
  customer: 'Customer',
  reason: 'Reason',
  guide: 'Guide',
  sentAt: 'Sent',
  deliveredAt: 'Delivered',
  clickedAt: 'Clicked',
  empty: 'No such recipients',
  states: {
    pending: 'To be sent',
    sent: 'Sent',
    awaitingGuide: 'Awaiting guide',
    delivered: 'Delivered',
    clicked: 'Clicked',
    failed: 'Not delivered',
    unknown: 'Unknown',
    cancelled: 'Cancelled',
    suppressed: 'Left out',
    holdout: 'Control',
  },
}
