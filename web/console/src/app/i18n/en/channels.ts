import type { Same } from '../same'
import type { channelReasons as zhReasons, channelWords as zhWords, sms as zhSms } from '../zh/channels'

export const sms: Same<typeof zhSms> = {
  title: 'SMS',
  headlineOff: 'Not set up yet: broadcasts by SMS cannot go out. Choose a provider and a signature; to try first, write to files.',
  headlineOn: 'SMS go out signed 【{{signature}}】 at {{price}} minor units a segment.',
  provider: 'Provider',
  providers: { http: 'SMS gateway (HTTP)', file: 'Write to files (a trial, sends nothing)' },
  providerHint: 'A trial writes what would be sent to the folder sms in the data directory, numbers masked, kept for 7 days.',
  url: 'Gateway address',
  key: 'Key',
  secret: 'Secret',
  secretHint: 'Write-only: leave it empty to keep the one saved. Requests are signed with it, and receipts checked.',
  signature: 'Signature',
  signatureHint: 'Stands before every text as 【{{signature}}】 and counts. It must be registered with the carrier.',
  optOut: 'How to opt out',
  optOutHint: 'Stands behind every marketing text and counts. An answer of R or TD takes marketing consent back.',
  price: 'Price of a segment (minor units)',
  priceHint: 'Up to 70 characters are 1 segment, longer texts 1 for each 67. Plans tell the cost by this price.',
  callback: 'Receipt address',
  callbackHint: 'Enter it at the gateway for receipts and replies; without it receipts are fetched.',
}

export const channelWords: Same<typeof zhWords> = {
  cost: 'Cost',
  costSegments: '{{units}} segments at {{price}} minor units, about {{total}}',
  costMessages: '{{units}} messages at {{price}} minor units, about {{total}}',
  costFree: '{{units}} segments; no price is entered yet',
  previewCost: '{{length}} characters, {{units}} segments, about {{total}}',
  startOther: 'Messages go out at once, one per customer ({{calls}} calls in all).',
  startCall: '{{recipients}} tasks are made for people to phone and note the result, good for 3 days.',
  platformTemplate: 'Platform template id',
  platformTemplateHint: 'As in the platform’s console; each line of the text is one field: thing1: value. An official account without one sends a customer-service message.',
}

export const channelReasons: Same<typeof zhReasons> = {
  'sensitive-word': 'A word the brand does not allow',
  'bad-number': 'Not a mobile number',
  expired: 'Nobody called in time',
  'not-reached': 'Did not answer',
  'window-closed': 'No interaction within 48 hours',
  'not-a-follower': 'Does not follow, or no longer',
  'no-subscription': 'Not subscribed, or used up',
}
