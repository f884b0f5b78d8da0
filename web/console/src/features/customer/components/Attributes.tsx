import { Button, Table } from 'antd'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Attribute } from '@/client'
import { listSegmentFieldsOptions } from '@/client/@tanstack/react-query.gen'
import { useBrand } from '@/shared/brand/BrandContext'
import { Panel } from '@/shared/components/Panel'
import { useFormat } from '@/shared/hooks/useFormat'
import { useText } from '@/shared/hooks/useLanguage'
import { AttributeHistory } from './AttributeHistory'
import { Reveal } from './Reveal'

/** What is known, from whom, and why that stands. */
export function Attributes({ no, attributes }: { no: number; attributes: Attribute[] }) {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const format = useFormat()
  const text = useText()
  const [shown, setShown] = useState<string | null>(null)
  const fields = useQuery({ ...listSegmentFieldsOptions({ path: { brand } }), staleTime: 300_000 })
  const labels = new Map((fields.data ?? []).map(({ attribute, label }) => [attribute, text(label)]))
  const labelOf = (name: string) => labels.get(name) || name
  const why = ({ reason, source, over }: Attribute) =>
    reason === 'priority' ? t('customer.attributes.priority', { source, over }) : t(`customer.attributes.${reason}`)
  const others = (attribute: Attribute) =>
    attribute.others.map(({ source, value }) => t('customer.attributes.other', { source, value })).join(t('customer.attributes.comma'))
  return (
    <Panel flush title={t('customer.attributes.title')} note={t('customer.attributes.note')}>
      <Table
        size="small"
        rowKey="name"
        pagination={false}
        dataSource={attributes}
        locale={{ emptyText: t('customer.attributes.empty') }}
        columns={[
          {
            title: t('customer.attributes.name'),
            render: (_, { name }) => (
              <Button type="link" size="small" style={{ padding: 0 }} onClick={() => setShown(name)} aria-label={t('customer.attributes.historyOf', { name: labelOf(name) })}>
                {labelOf(name)}
              </Button>
            ),
          },
          {
            title: t('customer.attributes.value'),
            render: (_, attribute) => (
              <>
                {attribute.value === '****' ? <Reveal no={no} field={attribute.name} masked={attribute.value} /> : attribute.value}
                {attribute.others.length > 0 && <div className="ww-muted ww-small">{others(attribute)}</div>}
              </>
            ),
          },
          {
            title: t('customer.attributes.source'),
            render: (_, attribute) => (
              <>
                {attribute.source} <span className="ww-muted ww-small ww-number">{format.day(attribute.at)}</span>
                {attribute.reason !== 'only' && <div className="ww-muted ww-small">{why(attribute)}</div>}
              </>
            ),
          },
        ]}
      />
      {shown !== null && <AttributeHistory no={no} attribute={shown} label={labelOf(shown)} onClose={() => setShown(null)} />}
    </Panel>
  )
}
