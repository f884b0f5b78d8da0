import { LeftOutlined, RightOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Space } from 'antd'
import { useTranslation } from 'react-i18next'
import { listBenefitCalendarOptions, listMemberBenefitsOptions } from '@/client/@tanstack/react-query.gen'
import { useBrand } from '@/shared/brand/BrandContext'
import { EmptyState } from '@/shared/components/EmptyState'
import { Loaded } from '@/shared/components/Loaded'
import { PageHeader } from '@/shared/components/PageHeader'
import { Panel } from '@/shared/components/Panel'
import { formatList } from '@/shared/format/list'
import { isoDay } from '@/shared/format/time'
import { useLanguage } from '@/shared/hooks/useLanguage'
import { useUrlFilters } from '@/shared/hooks/useUrlFilters'
import { later } from '../api/month'
import { BenefitsPanel } from '../components/calendar/BenefitsPanel'
import { MonthGrid } from '../components/calendar/MonthGrid'

/** What is on when, and what members are given without asking. */
export function BenefitCalendarPage() {
  const { t } = useTranslation()
  const language = useLanguage()
  const { id: brand, timeZone } = useBrand()
  const { filters, set } = useUrlFilters(['month'] as const)
  const month = /^\d{4}-(0[1-9]|1[0-2])$/.test(filters.month ?? '') ? (filters.month as string) : isoDay(new Date().toISOString(), timeZone).slice(0, 7)
  const at = { year: Number(month.slice(0, 4)), month: Number(month.slice(5)) }
  const entries = useQuery(listBenefitCalendarOptions({ path: { brand }, query: at }))
  const benefits = useQuery(listMemberBenefitsOptions({ path: { brand } }))
  return (
    <>
      <PageHeader title={t('play.calendar.title')} headline={t('play.calendar.headline')} />
      <div className="ww-stack">
        <Panel
          title={<span className="ww-number">{month}</span>}
          extra={
            <Space>
              <Button icon={<LeftOutlined />} aria-label={t('play.calendar.previous')} onClick={() => set({ month: later(month, -1) })} />
              <Button icon={<RightOutlined />} aria-label={t('play.calendar.next')} onClick={() => set({ month: later(month, 1) })} />
            </Space>
          }
        >
          <Loaded query={entries}>
            {(list) =>
              list.length === 0 ? (
                <EmptyState title={t('play.calendar.empty')} text={t('play.calendar.emptyText')} />
              ) : (
                <>
                  <MonthGrid month={month} entries={list} />
                  {list.some(({ days }) => days.length === 0) && (
                    <p className="ww-muted">
                      {t('play.calendar.anyDay', {
                        names: formatList(
                          list.filter(({ days }) => days.length === 0).map(({ name }) => name),
                          language,
                        ),
                      })}
                    </p>
                  )}
                </>
              )
            }
          </Loaded>
        </Panel>
        <Loaded query={benefits}>{(list) => <BenefitsPanel benefits={list} at={at} />}</Loaded>
      </div>
    </>
  )
}
