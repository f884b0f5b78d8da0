import type { Person } from '@/client'

export type Section = 'gather' | 'hold' | 'splash' | 'turn' | 'return' | 'settings'
export type PlaceKey =
  | 'home'
  | 'imports'
  | 'sources'
  | 'sourcePriority'
  | 'dataQuality'
  | 'quarantine'
  | 'eventCatalogue'
  | 'reference'
  | 'customers'
  | 'identityReview'
  | 'tags'
  | 'guides'
  | 'friendSources'
  | 'segments'
  | 'lists'
  | 'templates'
  | 'broadcasts'
  | 'journeys'
  | 'plays'
  | 'guideTasks'
  | 'handTasks'
  | 'groupSends'
  | 'moments'
  | 'repurchase'
  | 'programme'
  | 'programmeHealth'
  | 'points'
  | 'coupons'
  | 'couponSettlement'
  | 'grants'
  | 'refusedRewards'
  | 'tillKeys'
  | 'marketplaces'
  | 'sharedAccounts'
  | 'memberTerms'
  | 'couponDesk'
  | 'mall'
  | 'memberTasks'
  | 'luckyDraws'
  | 'benefitCalendar'
  | 'brand'
  | 'people'
  | 'policy'
  | 'wecom'
  | 'email'
  | 'sms'
  | 'channels'
  | 'calls'
  | 'exchange'
  | 'alerts'
  | 'audit'
  | 'privacy'

export interface Place {
  key: PlaceKey
  path: string
  adminOnly?: boolean
}

/** The navigation, by the five parts of the wheel. */
export const sections: { section: Section; places: Place[] }[] = [
  {
    section: 'gather',
    places: [
      { key: 'imports', path: '/imports' },
      { key: 'sources', path: '/sources' },
      { key: 'dataQuality', path: '/data-quality' },
      { key: 'sourcePriority', path: '/source-priority' },
      { key: 'quarantine', path: '/quarantine' },
      { key: 'eventCatalogue', path: '/event-catalogue' },
      { key: 'reference', path: '/reference' },
    ],
  },
  {
    section: 'hold',
    places: [
      { key: 'customers', path: '/customers' },
      { key: 'identityReview', path: '/identity-review' },
      { key: 'tags', path: '/tags' },
      { key: 'guides', path: '/guides' },
      { key: 'guideTasks', path: '/tasks' },
      { key: 'handTasks', path: '/hand-tasks' },
    ],
  },
  { section: 'splash', places: [{ key: 'friendSources', path: '/friend-sources' }] },
  {
    section: 'turn',
    places: [
      { key: 'segments', path: '/segments' },
      { key: 'lists', path: '/lists' },
      { key: 'templates', path: '/templates' },
      { key: 'broadcasts', path: '/broadcasts' },
      { key: 'groupSends', path: '/group-sends' },
      { key: 'moments', path: '/moments' },
      { key: 'journeys', path: '/journeys' },
      { key: 'plays', path: '/plays' },
      { key: 'calls', path: '/calls' },
    ],
  },
  {
    section: 'return',
    places: [
      { key: 'programme', path: '/programme' },
      { key: 'programmeHealth', path: '/programme-health' },
      { key: 'points', path: '/points' },
      { key: 'coupons', path: '/coupons' },
      { key: 'couponSettlement', path: '/coupon-settlement' },
      { key: 'grants', path: '/grants' },
      { key: 'refusedRewards', path: '/refused-rewards' },
      { key: 'tillKeys', path: '/till-keys' },
      { key: 'marketplaces', path: '/marketplaces' },
      { key: 'sharedAccounts', path: '/shared-accounts' },
      { key: 'memberTerms', path: '/member-terms' },
      { key: 'couponDesk', path: '/coupon-desk' },
      { key: 'mall', path: '/mall' },
      { key: 'memberTasks', path: '/member-tasks' },
      { key: 'luckyDraws', path: '/lucky-draws' },
      { key: 'benefitCalendar', path: '/benefit-calendar' },
      { key: 'repurchase', path: '/repurchase' },
    ],
  },
  {
    section: 'settings',
    places: [
      { key: 'brand', path: '/settings/brand' },
      { key: 'policy', path: '/settings/policy' },
      { key: 'wecom', path: '/settings/wecom', adminOnly: true },
      { key: 'email', path: '/settings/email', adminOnly: true },
      { key: 'sms', path: '/settings/sms', adminOnly: true },
      { key: 'channels', path: '/settings/channels', adminOnly: true },
      { key: 'exchange', path: '/settings/exchange' },
      { key: 'alerts', path: '/alerts' },
      { key: 'people', path: '/settings/people', adminOnly: true },
      { key: 'privacy', path: '/settings/privacy', adminOnly: true },
      { key: 'audit', path: '/settings/audit', adminOnly: true },
    ],
  },
]

export function placesFor(person: Person): Place[] {
  return [{ key: 'home', path: '/home' } as Place, ...sections.flatMap(({ places }) => places)].filter((place) =>
    mayOpen(place, person),
  )
}

/** A guide's phone has the tasks and the counter's page, and nothing else. */
export function mayOpen(place: Place, person: Person): boolean {
  if (person.role === 'guide') return place.key === 'guideTasks' || place.key === 'handTasks' || place.key === 'couponDesk'
  return !place.adminOnly || person.role === 'admin'
}
