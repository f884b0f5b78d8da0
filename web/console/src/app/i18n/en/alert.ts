import type { Same } from '../same'
import type { alert as zh } from '../zh/alert'

export const alert: Same<typeof zh> = {
  title: 'Late',
  none: 'Nothing is late',
  headline: '{{n}} things are late beyond the limit',
  all: 'All alerts and settings',
  since: 'since {{time}}, at least {{n}} waiting',
  what: 'What is late',
  late: 'Late',
  recovered: 'Recovered {{time}}',
  dueSince: 'Due since',
  raised: 'Told at',
  waiting: 'Waiting',
  empty: 'There has been no alert',
  emptyText: 'When people in journeys, messages, broadcasts, jobs or readers of the event log are late beyond the limit, it is told here, and when they have recovered.',
  settings: 'When to tell, and whom',
  settingsNote: 'The same thing is told once, and once more when it has recovered. Quiet hours and what somebody paused are not late.',
  minutes: 'Late by more than',
  minutesUnit: 'minutes',
  mail: 'Write to',
  mailHint: 'At most 10 addresses, through this brand’s mail account; empty: told here only.',
}
