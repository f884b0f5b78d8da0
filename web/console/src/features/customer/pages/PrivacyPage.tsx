import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Switch, type TableColumnsType } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { approveErasure, rejectErasure, updatePrivacyRules, type Erasure } from '@/client'
import { getPrivacyRulesOptions, getPrivacyRulesQueryKey, listErasuresInfiniteOptions, listErasuresInfiniteQueryKey } from '@/client/@tanstack/react-query.gen'
import { pathId } from '@/shared/api/pathId'
import { useBrandPath, usePerson } from '@/shared/brand/BrandContext'
import { CursorTable } from '@/shared/components/CursorTable'
import { EmptyState } from '@/shared/components/EmptyState'
import { Loaded } from '@/shared/components/Loaded'
import { PageHeader } from '@/shared/components/PageHeader'
import { Panel } from '@/shared/components/Panel'
import { StateTag } from '@/shared/components/StateTag'
import { useCursorPages } from '@/shared/hooks/useCursorPages'
import { useFormat } from '@/shared/hooks/useFormat'
import { useReport } from '@/shared/hooks/useReport'
import { CertificateDialog } from '../components/CertificateDialog'

const QUERY = { query: { limit: 20 } }
const TONES = { waiting: 'sun', running: 'sun', done: 'good', rejected: 'calm' } as const

/** Requests to forget people, their certificates, and whether two must agree. */
export function PrivacyPage() {
  const { t } = useTranslation()
  const path = useBrandPath()
  const me = usePerson()
  const format = useFormat()
  const report = useReport()
  const queries = useQueryClient()
  const [shown, setShown] = useState<Erasure | null>(null)
  const pages = useCursorPages<Erasure>(listErasuresInfiniteOptions(QUERY), { refetchInterval: 5_000 })
  const decide = useMutation({
    mutationFn: ({ id, agree }: { id: string; agree: boolean }) =>
      agree ? approveErasure({ path: { id: pathId(id) } }) : rejectErasure({ path: { id: pathId(id) } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: listErasuresInfiniteQueryKey(QUERY) }),
    onError: report.refused,
  })
  const columns: TableColumnsType<Erasure> = [
    { title: t('customer.erasures.requestedAt'), render: (_, one) => <span className="ww-number">{format.time(one.requestedAt)}</span> },
    { title: t('customer.erasures.customer'), render: (_, one) => t('customer.profile.no', { no: one.customerNo }) },
    { title: t('customer.privacy.reason'), dataIndex: 'reason' },
    { title: t('customer.erasures.by'), render: (_, one) => [one.requestedBy, one.approvedBy].filter(Boolean).join(' · ') },
    { title: t('common.state'), render: (_, one) => <StateTag tone={TONES[one.state]}>{t(`customer.erasures.states.${one.state}`)}</StateTag> },
    {
      title: t('common.actions'),
      render: (_, one) => (
        <>
          {one.state === 'waiting' && one.requestedBy !== me.username && (
            <Button type="link" size="small" danger onClick={() => decide.mutate({ id: one.id, agree: true })}>
              {t('customer.erasures.approve')}
            </Button>
          )}
          {one.state === 'waiting' && (
            <Button type="link" size="small" onClick={() => decide.mutate({ id: one.id, agree: false })}>
              {t('customer.erasures.reject')}
            </Button>
          )}
          {one.certificate && (
            <Button type="link" size="small" onClick={() => setShown(one)}>
              {t('customer.erasures.certificate')}
            </Button>
          )}
        </>
      ),
    },
  ]
  return (
    <>
      <PageHeader title={t('customer.erasures.title')} headline={t('customer.erasures.headline')} />
      <div className="ww-stack">
        <FourEyes />
        <Panel
          flush
          title={t('customer.erasures.list')}
          note={t('customer.erasures.listNote')}
          extra={<Link to={path('/settings/audit?action=look-up')}>{t('customer.erasures.lookUps')}</Link>}
        >
          <CursorTable rowKey="id" pages={pages} columns={columns} empty={<EmptyState title={t('customer.erasures.empty')} />} />
        </Panel>
      </div>
      <CertificateDialog erasure={shown} onClose={() => setShown(null)} />
    </>
  )
}

function FourEyes() {
  const { t } = useTranslation()
  const report = useReport()
  const queries = useQueryClient()
  const rules = useQuery(getPrivacyRulesOptions())
  const change = useMutation({
    mutationFn: (fourEyes: boolean) => updatePrivacyRules({ body: { fourEyes } }),
    onSuccess: ({ data }) => queries.setQueryData(getPrivacyRulesQueryKey(), data),
    onError: report.refused,
  })
  return (
    <Panel>
      <Loaded query={rules} rows={1}>
        {({ fourEyes }) => (
          <div className="ww-row">
            <Switch checked={fourEyes} loading={change.isPending} aria-label={t('customer.erasures.fourEyes')} onChange={(on) => change.mutate(on)} />
            <span>{t('customer.erasures.fourEyes')}</span>
            <span className="ww-muted">{t('customer.erasures.fourEyesHint')}</span>
          </div>
        )}
      </Loaded>
    </Panel>
  )
}
