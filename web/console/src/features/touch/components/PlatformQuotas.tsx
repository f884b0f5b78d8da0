import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { getPlatformQuotasOptions } from '@/client/@tanstack/react-query.gen'
import { useBrand } from '@/shared/brand/BrandContext'
import { Loaded } from '@/shared/components/Loaded'
import { Panel } from '@/shared/components/Panel'

/** What platforms allow; set by the installation, shown so that nobody looks for it in the caps. */
export function PlatformQuotas() {
  const { t, i18n } = useTranslation()
  const { id: brand } = useBrand()
  const quotas = useQuery(getPlatformQuotasOptions({ path: { brand } }))
  const named = (channel: string) => (i18n.exists(`channel.${channel}`) ? (t as (key: string) => string)(`channel.${channel}`) : channel)
  return (
    <Panel title={t('touch.policy.quotas')} note={t('touch.policy.quotasHint')}>
      <Loaded query={quotas} rows={1}>
        {(data) => (
          <ul style={{ margin: 0, paddingInlineStart: 20 }}>
            {Object.entries(data).flatMap(([channel, { customerMonth, senderDay }]) => [
              customerMonth > 0 && <li key={`${channel}-month`}>{t('touch.policy.quotaMonth', { channel: named(channel), n: customerMonth })}</li>,
              senderDay > 0 && <li key={`${channel}-day`}>{t('touch.policy.quotaDay', { channel: named(channel), n: senderDay })}</li>,
            ])}
          </ul>
        )}
      </Loaded>
    </Panel>
  )
}
