import type { Same } from '../same'
import type { behaviour as zh } from '../zh/behaviour'

export const behaviour: Same<typeof zh> = {
  addEvents: 'Did something',
  addSequence: 'Did one thing after another',
  event: 'Event',
  chooseEvent: 'Choose or enter an event',
  property: 'Property',
  where: 'where',
  addFilter: 'Limit by a property',
  removeFilter: 'Remove this limit',
  times: '{{n}} times',
  measures: { count: 'times', sum: 'sum of', average: 'average of', distinct: 'different values of', recency: 'since the last', sinceFirst: 'since the first' },
  first: 'First',
  then: 'then',
  without: 'without',
  withoutAfter: 'and after it no',
  withoutNeeded: 'A single step needs what did not happen after it.',
  within: 'within',
  addStep: 'Add a step',
  removeStep: 'Remove this step',
}
