import type { Same } from '../same'
import type { priority as zh } from '../zh/priority'

export const priority: Same<typeof zh> = {
  title: 'Source priority',
  headline: 'Whose word counts when two sources differ: level 1 first, and within a level the newest.',
  attribute: 'Attribute',
  all: 'All attributes',
  own: '{{name}} (own levels)',
  kinds: { http: 'API', kafka: 'Kafka', connector: 'Platforms', file: 'Files', other: 'Others', wecom: 'WeCom' },
  kindRow: 'All sources: {{kind}}',
  source: 'Source',
  kind: 'Kind',
  level: 'Level',
  levelOf: 'Level of {{name}}',
  nth: 'Level {{n}}',
  standard: 'Default (level {{n}})',
  asKind: 'As its kind (level {{n}})',
  asAll: 'As for all attributes (level {{n}})',
  save: 'Save and decide anew',
  reset: 'Back to the default',
  saved: 'Saved. The customers there are being decided anew; see the progress at the top right.',
  unsaved: 'There are changes that are not saved.',
}
