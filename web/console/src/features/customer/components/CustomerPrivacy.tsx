import { DownloadOutlined } from '@ant-design/icons'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Table } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { erasePerson, exportPerson, type PersonExport } from '@/client'
import { listErasuresInfiniteQueryKey, listPersonExportsOptions, listPersonExportsQueryKey } from '@/client/@tanstack/react-query.gen'
import { useBrand, useBrandPath } from '@/shared/brand/BrandContext'
import { EmptyState } from '@/shared/components/EmptyState'
import { Loaded } from '@/shared/components/Loaded'
import { Panel } from '@/shared/components/Panel'
import { StateTag } from '@/shared/components/StateTag'
import { useFormat } from '@/shared/hooks/useFormat'
import { useReport } from '@/shared/hooks/useReport'
import { ReasonDialog } from './ReasonDialog'

/** A person's rights, for administrators: a copy of everything held about them, and to be forgotten. */
export function CustomerPrivacy({ no }: { no: number }) {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const path = useBrandPath()
  const format = useFormat()
  const report = useReport()
  const queries = useQueryClient()
  const [asking, setAsking] = useState<'export' | 'erase' | null>(null)
  const exports = useQuery({
    ...listPersonExportsOptions({ path: { brand, no } }),
    refetchInterval: ({ state }) => (state.data?.some((one) => one.state === 'making') ? 1_500 : false),
  })
  const close = () => setAsking(null)
  const make = useMutation({
    mutationFn: (reason: string) => exportPerson({ path: { brand, no }, body: { reason } }),
    onSuccess: () => {
      close()
      void queries.invalidateQueries({ queryKey: listPersonExportsQueryKey({ path: { brand, no } }) })
    },
    onError: report.refused,
  })
  const erase = useMutation({
    mutationFn: (reason: string) => erasePerson({ path: { brand, no }, body: { reason } }),
    onSuccess: ({ data }) => {
      close()
      void queries.invalidateQueries({ queryKey: listErasuresInfiniteQueryKey() })
      report.done(t(data.state === 'waiting' ? 'customer.privacy.eraseWaits' : 'customer.privacy.eraseRuns'))
    },
    onError: report.refused,
  })
  return (
    <div className="ww-stack">
      <Panel
        flush
        title={t('customer.privacy.copies')}
        note={t('customer.privacy.copiesNote')}
        extra={<Button onClick={() => setAsking('export')}>{t('customer.privacy.make')}</Button>}
      >
        <Loaded query={exports}>
          {(list) => (
            <Table<PersonExport>
              size="small"
              rowKey="id"
              pagination={false}
              scroll={{ x: 'max-content' }}
              dataSource={list}
              locale={{ emptyText: <EmptyState title={t('customer.privacy.noCopies')} /> }}
              columns={[
                { title: t('customer.privacy.requestedAt'), render: (_, one) => format.time(one.requestedAt) },
                { title: t('customer.privacy.requestedBy'), dataIndex: 'requestedBy' },
                { title: t('customer.privacy.reason'), dataIndex: 'reason' },
                { title: t('common.state'), render: (_, one) => <StateTag tone={TONES[one.state]}>{t(`customer.privacy.states.${one.state}`)}</StateTag> },
                { title: t('customer.privacy.expiresAt'), render: (_, one) => format.time(one.expiresAt) },
                { title: t('customer.privacy.downloads'), dataIndex: 'downloads', className: 'ww-right' },
                {
                  title: t('common.actions'),
                  render: (_, one) =>
                    one.state === 'ready' && (
                      <Button
                        type="link"
                        size="small"
                        icon={<DownloadOutlined />}
                        href={`/api/brands/${brand}/customers/${no}/exports/${one.id}/file`}
                        download
                        onClick={() => setTimeout(() => void exports.refetch(), 1_000)}
                      >
                        {t('customer.privacy.download')}
                      </Button>
                    ),
                },
              ]}
            />
          )}
        </Loaded>
      </Panel>
      <Panel title={t('customer.privacy.erase')} note={t('customer.privacy.eraseNote')}>
        <p>{t('customer.privacy.eraseText')}</p>
        <div className="ww-row">
          <Button danger onClick={() => setAsking('erase')}>
            {t('customer.privacy.erase')}
          </Button>
          <Link to={path('/settings/privacy')}>{t('customer.privacy.all')}</Link>
        </div>
      </Panel>
      <ReasonDialog
        open={asking === 'export'}
        title={t('customer.privacy.make')}
        text={t('customer.privacy.makeText')}
        ok={t('customer.privacy.make')}
        pending={make.isPending}
        onOk={make.mutate}
        onClose={close}
      />
      <ReasonDialog
        danger
        open={asking === 'erase'}
        title={t('customer.privacy.eraseTitle', { no })}
        text={t('customer.privacy.eraseText')}
        ok={t('customer.privacy.erase')}
        pending={erase.isPending}
        onOk={erase.mutate}
        onClose={close}
      />
    </div>
  )
}

const TONES = { making: 'sun', ready: 'good', expired: 'calm' } as const
