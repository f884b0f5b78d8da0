import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Alert, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { previewTemplate, type NewTemplate } from '@/client'
import { listCustomersOptions } from '@/client/@tanstack/react-query.gen'
import { useBrand } from '@/shared/brand/BrandContext'
import { Panel } from '@/shared/components/Panel'
import { ProblemView } from '@/shared/components/ProblemView'
import { useDebounced } from '@/shared/hooks/useDebounced'
import { useFormat } from '@/shared/hooks/useFormat'
import { MailPreview } from './MailPreview'
import { PhonePreview } from './PhonePreview'

export function TemplatePreview({ template }: { template: NewTemplate }) {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const format = useFormat()
  const [typed, setTyped] = useState('')
  const [chosen, setChosen] = useState<number | null>(null)
  const q = useDebounced(typed.trim(), 250)
  const found = useQuery({
    ...listCustomersOptions({ path: { brand }, query: { limit: 10, ...(q && { q }) } }),
    placeholderData: keepPreviousData,
  })
  const customers = found.data?.items ?? []
  const customerNo = chosen ?? customers[0]?.customerNo ?? null
  const nameOf = (no: number, name: string | null) => name ?? t('search.customerNo', { no })

  const settled = useDebounced(JSON.stringify(template), 350)
  const written = JSON.parse(settled) as NewTemplate
  const preview = useQuery({
    queryKey: ['previewTemplate', brand, settled, customerNo],
    queryFn: async ({ signal }) =>
      (await previewTemplate({ path: { brand }, body: { template: written, customerNo: customerNo as number }, signal })).data,
    enabled: customerNo !== null && written.body.trim() !== '',
    placeholderData: keepPreviousData,
  })
  const shown = written.body.trim() ? preview.data : undefined
  return (
    <Panel title={t('touch.templates.preview')} note={t('touch.templates.previewAs')}>
      {found.data && customers.length === 0 && !q ? (
        <p className="ww-muted">{t('touch.templates.previewNone')}</p>
      ) : (
        <Select
          style={{ width: '100%', marginBottom: 16 }}
          aria-label={t('touch.templates.previewSearch')}
          placeholder={t('touch.templates.previewSearch')}
          showSearch={{ filterOption: false, onSearch: setTyped }}
          loading={found.isFetching}
          value={customerNo}
          options={customers.map((one) => ({
            value: one.customerNo,
            label: [nameOf(one.customerNo, one.name), one.phone, one.city].filter(Boolean).join(' · '),
          }))}
          onChange={setChosen}
        />
      )}
      {shown && shown.problems.length > 0 && (
        <Alert type="warning" showIcon title={t('touch.templates.problems')} description={shown.problems.join('\n')} style={{ marginBottom: 16, whiteSpace: 'pre-line' }} />
      )}
      {preview.error && <ProblemView error={preview.error} compact />}
      <div data-testid="template-preview">
        {template.channel === 'email' ? (
          <MailPreview subject={shown?.subject ?? template.subject ?? ''} text={shown?.text ?? ''} />
        ) : (
          <PhonePreview text={shown?.text ?? ''} />
        )}
      </div>
      {shown?.cost && (
        <p className="ww-muted ww-number" data-testid="preview-cost">
          {t('touch.channels.previewCost', {
            length: format.exact(shown.text.length),
            units: format.exact(shown.cost.units),
            total: format.money(shown.cost.total),
          })}
        </p>
      )}
    </Panel>
  )
}
