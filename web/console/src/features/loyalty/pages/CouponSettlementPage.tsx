import { useQuery } from '@tanstack/react-query'
import { DatePicker } from 'antd'
import dayjs from 'dayjs'
import { useTranslation } from 'react-i18next'
import { listCouponSettlementOptions } from '@/client/@tanstack/react-query.gen'
import { useBrand } from '@/shared/brand/BrandContext'
import { Loaded } from '@/shared/components/Loaded'
import { PageHeader } from '@/shared/components/PageHeader'
import { Panel } from '@/shared/components/Panel'
import { isoDay } from '@/shared/format/time'
import { useFormat } from '@/shared/hooks/useFormat'
import { useUrlFilters } from '@/shared/hooks/useUrlFilters'
import { lastMonth, settlementFile, sumOf } from '../api/settlement'
import { FileButtons } from '../components/FileButtons'
import { SettlementCheck } from '../components/SettlementCheck'
import { SettlementTable } from '../components/SettlementTable'

const FILTERS = ['from', 'until'] as const

/** What each store is owed for the coupons it took. */
export function CouponSettlementPage() {
  const { t } = useTranslation()
  const { id: brand, timeZone } = useBrand()
  const format = useFormat()
  const { filters, set } = useUrlFilters(FILTERS)
  const usual = lastMonth(isoDay(new Date().toISOString(), timeZone))
  const from = filters.from ?? usual.from
  const until = filters.until ?? usual.until
  const sums = useQuery(listCouponSettlementOptions({ path: { brand }, query: { from, until } }))
  const whole = sums.data && sumOf(sums.data)
  const file = (format: 'csv' | 'xlsx') => settlementFile(brand, { from, until, format })
  return (
    <>
      <PageHeader
        title={t('coupon.settlement.title')}
        headline={
          whole && sums.data.length > 0
            ? t('coupon.settlement.headlineSum', { stores: sums.data.length, n: format.exact(whole.redeemed), owed: format.money(whole.owed) })
            : t('coupon.settlement.headline')
        }
        actions={<FileButtons disabled={!sums.data?.length} csv={file('csv')} xlsx={file('xlsx')} />}
      />
      <div className="ww-stack">
        <SettlementCheck />
        <Panel
          flush
          title={t('coupon.settlement.period')}
          extra={
            <DatePicker.RangePicker
              allowClear={false}
              aria-label={t('coupon.settlement.period')}
              value={[dayjs(from), dayjs(until)]}
              onChange={(days) => set({ from: days?.[0]?.format('YYYY-MM-DD'), until: days?.[1]?.format('YYYY-MM-DD') })}
            />
          }
        >
          <Loaded query={sums}>{(list) => <SettlementTable sums={list} file={(store) => settlementFile(brand, { from, until, store, format: 'csv' })} />}</Loaded>
        </Panel>
      </div>
    </>
  )
}
