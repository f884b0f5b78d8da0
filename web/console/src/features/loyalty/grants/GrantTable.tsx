import { Button, Popconfirm, Table } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { GrantRequest } from '@/client'
import { useBrandPath } from '@/shared/brand/BrandContext'
import { EmptyState } from '@/shared/components/EmptyState'
import { StateTag, type Tone } from '@/shared/components/StateTag'
import { useFormat } from '@/shared/hooks/useFormat'
import { useReason } from '@/shared/hooks/useReason'
import { RefuseDialog } from './RefuseDialog'
import { useGrants } from './useGrants'

const TONES: Record<GrantRequest['state'], Tone> = { asked: 'sun', approved: 'water', done: 'good', refused: 'calm', failed: 'bad' }

/** Each request with who asked, for whom, why, and what became of it. */
export function GrantTable({ requests }: { requests: GrantRequest[] }) {
  const { t } = useTranslation()
  const path = useBrandPath()
  const format = useFormat()
  const reasoned = useReason()
  const { approve } = useGrants()
  const [refusing, setRefusing] = useState<string | null>(null)
  return (
    <>
      <Table
        rowKey="id"
        size="middle"
        dataSource={requests}
        scroll={{ x: 'max-content' }}
        pagination={requests.length > 20 ? { pageSize: 20 } : false}
        locale={{ emptyText: <EmptyState title={t('grant.empty')} text={t('grant.emptyText')} /> }}
        columns={[
          { title: t('grant.what'), render: (_, { kind, points, coupons, templateName, tier, until }) => t(`grant.kinds.${kind}`, { n: format.exact(points ?? coupons ?? 0), name: templateName ?? tier ?? '', until: format.time(until) }) },
          {
            title: t('grant.for'),
            render: (_, { customer, template }) =>
              customer === null ? <Link to={path(`/coupons/${template}`)}>{t('grant.template')}</Link> : <Link to={path(`/customers/${customer}`)}>{t('grant.customer', { no: customer })}</Link>,
          },
          { title: t('grant.note'), render: (_, { note }) => note },
          { title: t('grant.by'), render: (_, { askedBy, askedAt }) => `${askedBy} · ${format.time(askedAt)}` },
          {
            title: t('common.state'),
            render: (_, { state, decidedBy, reason }) => (
              <>
                <StateTag tone={TONES[state]}>{t(`grant.states.${state}`)}</StateTag> {decidedBy} {reason && <span className="ww-muted">{reasoned(reason)}</span>}
              </>
            ),
          },
          {
            title: '',
            render: (_, { id, mayDecide }) =>
              mayDecide && (
                <>
                  <Popconfirm title={t('grant.approveTitle')} onConfirm={() => approve.mutate(id)}>
                    <Button type="link" size="small">
                      {t('grant.approve')}
                    </Button>
                  </Popconfirm>
                  <Button type="link" size="small" danger onClick={() => setRefusing(id)}>
                    {t('grant.refuse')}
                  </Button>
                </>
              ),
          },
        ]}
      />
      {refusing && <RefuseDialog id={refusing} onClose={() => setRefusing(null)} />}
    </>
  )
}
