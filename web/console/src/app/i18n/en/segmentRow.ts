import type { Same } from '../same'
import type { segmentRow as zh } from '../zh/segmentRow'

export const segmentRow: Same<typeof zh> = {
  add: { touchpoint: 'Touchpoint', rfm: 'RFM', lifecycle: 'Lifecycle', aipl: 'AIPL' },
  filter: {
    add: 'Only some products, stores …',
    remove: 'Remove this one',
    fact: 'What is looked at',
    times: '{{n}} times',
  },
  facts: { product: 'product', category: 'category', store: 'store', channel: 'channel' },
  factOperators: { in: 'is', notIn: 'is not', contains: 'contains' },
  touchpoint: { channel: 'Channel', state: 'State', guides: 'Guides', anyGuide: 'Any guide' },
  channels: { wecom: 'WeCom', email: 'E-mail', sms: 'SMS' },
  states: { has: 'there, working or not', reachable: 'reachable for marketing', unsubscribed: 'unsubscribed', lost: 'lost' },
  rfm: {
    r: 'recency: any',
    f: 'frequency: any',
    m: 'spend: any',
    by: 'How scores are given',
    fifths: 'fifths of buyers',
    own: 'cuts of your own',
    cuts: { recency: 'days since last order, at most', frequency: 'orders, at least', monetary: 'net spend, at least ({{currency}})' },
    cut: '{{measure}}, for a score of {{score}}',
  },
  lifecycle: { stage: 'Stage', cycle: 'cycle', computed: 'from orders' },
  lifecycleStages: { prospect: 'prospect', new: 'new', active: 'active', cooling: 'cooling', silent: 'silent', lost: 'lost' },
  aipl: { stage: 'Stage' },
  aiplStages: { awareness: 'A awareness', interest: 'I interest', purchase: 'P purchase', loyalty: 'L loyalty' },
}
