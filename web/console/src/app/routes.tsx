import type { RouteObject } from 'react-router'
import { Crash } from './frame/Crash'
import { FirstBrand } from './frame/FirstBrand'
import { Gate } from './frame/Gate'
import { InBrand } from './frame/InBrand'
import { NotFound } from './frame/NotFound'
import { Opening } from './frame/Opening'

type Module = Record<string, React.ComponentType>

/** A page in its own chunk, fetched when it is first opened. */
function page(path: string, load: () => Promise<unknown>, name: string): RouteObject {
  return { path, lazy: async () => ({ Component: ((await load()) as Module)[name] }), errorElement: <Crash /> }
}

const intake = () => import('@/features/intake')
const customer = () => import('@/features/customer')
const segment = () => import('@/features/segment')
const touch = () => import('@/features/touch')
const journey = () => import('@/features/journey')
const tasks = () => import('@/features/journey/tasks')
const wecom = () => import('@/features/wecom')
const tag = () => import('@/features/tag')
const insight = () => import('@/features/insight')
const loyalty = () => import('@/features/loyalty')
const couponDesk = () => import('@/features/loyalty/desk')
const exchange = () => import('@/features/exchange')
const alert = () => import('@/features/alert')
const access = () => import('@/features/access')

export const brandPages: RouteObject[] = [
  page('home', insight, 'HomePage'),
  page('imports', intake, 'ImportsPage'),
  page('imports/new', intake, 'NewImportPage'),
  page('imports/:id', intake, 'ImportPage'),
  page('sources', intake, 'SourcesPage'),
  page('data-quality', intake, 'DataQualityPage'),
  page('reference', intake, 'ReferencePage'),
  page('quarantine', intake, 'QuarantinePage'),
  page('event-catalogue', intake, 'CataloguePage'),
  page('event-catalogue/event', intake, 'CatalogueEventPage'),
  page('customers', customer, 'CustomersPage'),
  page('customers/:no', customer, 'CustomerPage'),
  page('source-priority', customer, 'SourcePriorityPage'),
  page('identity-review', customer, 'IdentityReviewPage'),
  page('tags', tag, 'TagsPage'),
  page('guides', wecom, 'GuidesPage'),
  page('friend-sources', wecom, 'FriendSourcesPage'),
  page('hand-tasks', wecom, 'HandTasksPage'),
  page('group-sends', wecom, 'GroupSendsPage'),
  page('group-sends/:id', wecom, 'GroupSendPage'),
  page('moments', wecom, 'MomentsPage'),
  page('moments/:id', wecom, 'MomentPage'),
  page('segments', segment, 'SegmentsPage'),
  page('segments/analysis', segment, 'AnalysisPage'),
  page('segments/:id', segment, 'SegmentPage'),
  page('lists', segment, 'ListsPage'),
  page('lists/new', segment, 'NewListPage'),
  page('lists/:id', segment, 'ListPage'),
  page('templates', touch, 'TemplatesPage'),
  page('templates/:id', touch, 'TemplatePage'),
  page('broadcasts', touch, 'BroadcastsPage'),
  page('broadcasts/new', touch, 'NewBroadcastPage'),
  page('broadcasts/:id', touch, 'BroadcastPage'),
  page('journeys', journey, 'JourneysPage'),
  page('plays', journey, 'PlaysPage'),
  page('journeys/health', journey, 'JourneyHealthPage'),
  page('journeys/:id', journey, 'JourneyPage'),
  page('journeys/:id/invite', journey, 'InvitePage'),
  page('tasks', tasks, 'GuideTasksPage'),
  page('tasks/team', journey, 'TeamTasksPage'),
  page('calls', touch, 'CallTasksPage'),
  page('alerts', alert, 'AlertsPage'),
  page('programme', loyalty, 'ProgrammePage'),
  page('programme-health', loyalty, 'HealthPage'),
  page('points', loyalty, 'PointsPage'),
  page('coupons', loyalty, 'CouponTemplatesPage'),
  page('coupons/:id', loyalty, 'CouponTemplatePage'),
  page('coupon-settlement', loyalty, 'CouponSettlementPage'),
  page('mall', loyalty, 'MallPage'),
  page('member-tasks', loyalty, 'PlayPage'),
  page('lucky-draws', loyalty, 'LuckyDrawsPage'),
  page('benefit-calendar', loyalty, 'BenefitCalendarPage'),
  page('grants', loyalty, 'GrantsPage'),
  page('refused-rewards', loyalty, 'RefusedRewardsPage'),
  page('till-keys', loyalty, 'TillKeysPage'),
  page('marketplaces', loyalty, 'MarketplacesPage'),
  page('shared-accounts', loyalty, 'SharedAccountsPage'),
  page('member-terms', loyalty, 'MemberTermsPage'),
  page('coupon-desk', couponDesk, 'CouponDeskPage'),
  page('repurchase', insight, 'RepurchasePage'),
  page('settings/brand', access, 'BrandPage'),
  page('settings/people', access, 'PeoplePage'),
  page('settings/policy', touch, 'PolicyPage'),
  page('settings/wecom', wecom, 'WecomPage'),
  page('settings/email', touch, 'EmailPage'),
  page('settings/sms', touch, 'SmsPage'),
  page('settings/channels', touch, 'ChannelsPage'),
  page('settings/exchange', exchange, 'ExchangePage'),
  page('settings/privacy', customer, 'PrivacyPage'),
  page('settings/audit', access, 'AuditPage'),
]

export const routes: RouteObject[] = [
  {
    errorElement: <Crash />,
    HydrateFallback: Opening,
    children: [
      page('/sign-in', access, 'SignInPage'),
      {
        element: <Gate />,
        children: [
          { path: '/', element: <FirstBrand /> },
          page('/change-password', access, 'ChangePasswordPage'),
          page('/new-brand', access, 'NewBrandPage'),
          {
            path: '/b/:brand',
            element: <InBrand />,
            children: [{ index: true, element: <FirstBrand /> }, ...brandPages, { path: '*', element: <NotFound /> }],
          },
        ],
      },
      { path: '*', element: <NotFound /> },
    ],
  },
]
