import { useQuery } from '@tanstack/react-query'
import { Alert, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { getPointsOpeningsOptions } from '@/client/@tanstack/react-query.gen'
import { useBrand, useBrandPath } from '@/shared/brand/BrandContext'
import { EmptyState } from '@/shared/components/EmptyState'
import { Loaded } from '@/shared/components/Loaded'
import { Count } from '@/shared/components/Numbers'
import { Panel } from '@/shared/components/Panel'
import { Stat, Stats } from '@/shared/components/Stat'
import { useFormat } from '@/shared/hooks/useFormat'
import { Differences } from './Differences'

/** Whether what was brought from the system before is in the ledger, to the last point. */
export function OpeningsPanel() {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const path = useBrandPath()
  const format = useFormat()
  const openings = useQuery(getPointsOpeningsOptions({ path: { brand } }))
  return (
    <Loaded query={openings}>
      {({ members, imported, booked, differences, doubted }) => {
        if (members === 0 && differences.length === 0) {
          return (
            <Panel>
              <EmptyState
                title={t('points.page.openingsNone')}
                text={t('points.page.openingsNoneText')}
                action={
                  <Link to={path('/imports/new')}>
                    <Button>{t('points.page.emptyAction')}</Button>
                  </Link>
                }
              />
            </Panel>
          )
        }
        const fine = differences.length === 0
        return (
          <div className="ww-stack">
            <Panel title={t('points.page.openingsTitle')}>
              <div className="ww-stack">
                <Alert
                  showIcon
                  data-testid="openings"
                  type={fine ? 'success' : 'error'}
                  title={fine ? t('points.page.openingsFine', { n: format.exact(members) }) : t('points.page.openingsBad', { n: format.exact(differences.length) })}
                />
                <Stats>
                  <Stat label={t('points.page.members')} value={<Count value={members} />} />
                  <Stat label={t('points.page.imported')} value={<Count value={imported} />} />
                  <Stat label={t('points.page.booked')} value={<Count value={booked} />} />
                </Stats>
              </div>
            </Panel>
            {!fine && (
              <Panel flush>
                <Differences differences={differences} which={t('points.page.member')} />
              </Panel>
            )}
            {doubted.length > 0 && (
              <Panel title={t('points.page.openingsDoubted')}>
                <div className="ww-stack">
                  <p className="ww-muted">{t('points.page.openingsDoubtedText')}</p>
                  <ul data-testid="openings-doubted">
                    {doubted.map(({ customer, openings: n, points }) => (
                      <li key={customer}>
                        <Link to={path(`/customers/${customer}`)}>{t('points.page.openingsDoubtedOne', { customer, n: format.exact(n), points: format.exact(points) })}</Link>
                      </li>
                    ))}
                  </ul>
                </div>
              </Panel>
            )}
          </div>
        )
      }}
    </Loaded>
  )
}
