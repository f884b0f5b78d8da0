import type { Same } from '../same'
import type {
  callTasks as zhCallTasks,
  channelReasons as zhReasons,
  channelSettings as zhChannelSettings,
  channelWords as zhWords,
  sms as zhSms,
} from '../zh/channels'

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
  startHand: 'Makes {{recipients}} tasks for guides, who send by hand and say so; they have 3 days.',
  startCall: '{{recipients}} tasks are made for people to phone and note the result, good for 3 days.',
  platformTemplate: 'Platform template id',
  platformTemplateHint: 'As in the platform’s console; each line of the text is one field: thing1: value. An official account without one sends a customer-service message.',
}

export const channelReasons: Same<typeof zhReasons> = {
  'sensitive-word': 'A word the brand does not allow',
  'bad-number': 'Not a mobile number',
  'not-written': 'the guide did not send it in time',
  declined: 'the guide did not send it',
  'not-called': 'Nobody called in time',
  'not-reached': 'Did not answer',
  'window-closed': 'No interaction within 48 hours',
  'not-a-follower': 'Does not follow, or no longer',
  'no-subscription': 'Not subscribed, or used up',
}

export const callTasks: Same<typeof zhCallTasks> = {
  title: 'Calls',
  headline: 'Each customer of a broadcast by phone is a task: call, and note the result. Numbers are looked up on the customer’s page, which is audited.',
  empty: 'Nobody to call',
  emptyText: 'Write a template for the channel “Phone call” and broadcast it; the tasks appear here.',
  customer: 'Customer',
  words: 'What to say',
  due: 'Due',
  record: 'Note result',
  recordTitle: '{{name}}: what came of it?',
  result: 'Result',
  results: { reached: 'Reached', 'not-reached': 'Did not answer', refused: 'Wants no calls', 'wrong-number': 'Wrong number' },
  resultHints: {
    reached: 'Counts as delivered.',
    'not-reached': 'Counts as failed.',
    refused: 'Counts as delivered; consent to marketing by phone is taken back.',
    'wrong-number': 'Counts as failed; this number is not dialled again.',
  },
  note: 'Note (optional)',
  recorded: 'The result is noted',
}

export const channelSettings: Same<typeof zhChannelSettings> = {
  title: 'Other channels',
  headline: 'The brand’s own system, official account and mini-program; and the words no message may say, whatever the channel.',
  tabs: { webhook: 'Own system', officialAccount: 'Official account', miniProgram: 'Mini-program', words: 'Sensitive words' },
  url: 'Address',
  urlHint: 'Each message is one signed POST with an Idempotency-Key; a key may be carried once and must be remembered for 7 days.',
  secret: 'Secret',
  kept: 'Write-only: leave it empty to keep the one saved.',
  appId: 'AppID',
  appSecret: 'AppSecret',
  token: 'Token',
  aesKey: 'EncodingAESKey',
  baseUrl: 'API address',
  baseUrlHint: 'Usually empty for WeChat’s own; with the simulator, the simulator’s.',
  callback: 'Server address',
  callbackHint: 'Enter it in WeChat’s console, in secure mode.',
  words: 'One word a line',
  wordsHint: 'Saving a template tells at which character one stands; every finished text is looked at again before it leaves. Case and width do not matter.',
}
