import type { Same } from '../same'
import type { forecast as zh } from '../zh/forecast'

export const forecast: Same<typeof zh> = {
  and: '; ',
  finished: 'finished about {{time}}',
  handedOver: 'all tasks with guides by {{time}}',
  guides: 'waiting for {{n}} guides to confirm, which nobody can foretell',
  pace: '{{n}} people a minute lately',
  resumes: 'quiet hours, going on at {{time}}',
  unknown: {
    paused: 'paused, so no time is known',
    'too-early': 'too early to see a pace',
    stalled: 'nothing has got through for minutes, so no time is known',
    'too-slow': 'more than a year at this pace',
  },
  meaning: 'At the pace of the last 10 minutes, with the quiet hours in between; the channel’s own limits are in the pace. Caps and quotas only make it fewer people. What is not known says why and invents no time.',
}
