import { useQuery } from '@tanstack/react-query'
import { Button, Table, Typography } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MemberTermsVersion } from '@/client'
import { listMemberTermsOptions } from '@/client/@tanstack/react-query.gen'
import { useBrand } from '@/shared/brand/BrandContext'
import { EmptyState } from '@/shared/components/EmptyState'
import { Loaded } from '@/shared/components/Loaded'
import { PageHeader } from '@/shared/components/PageHeader'
import { Panel } from '@/shared/components/Panel'
import { useFormat } from '@/shared/hooks/useFormat'
import { TermsDialog } from './TermsDialog'
import { TermsForm } from './TermsForm'

/** What people agree to when they join: the brand's own words, version by version. */
export function MemberTermsPage() {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const terms = useQuery(listMemberTermsOptions({ path: { brand } }))
  return (
    <>
      <PageHeader title={t('memberTerms.title')} headline={t('memberTerms.headline')} />
      <Loaded query={terms}>
        {(versions) => (
          <div className="ww-stack">
            <Panel title={t('memberTerms.now')}>
              <Now current={versions.at(0)} />
              <TermsForm key={versions.at(0)?.version} current={versions.at(0)} />
            </Panel>
            <Panel flush title={t('memberTerms.history')}>
              <Versions versions={versions} />
            </Panel>
          </div>
        )}
      </Loaded>
    </>
  )
}

function Now({ current }: { current: MemberTermsVersion | undefined }) {
  const { t } = useTranslation()
  const format = useFormat()
  const says = current ? t('memberTerms.ownNow', { version: current.version, at: format.time(current.publishedAt), by: current.publishedBy }) : t('memberTerms.ofThePages')
  return <Typography.Paragraph>{says}</Typography.Paragraph>
}

function Versions({ versions }: { versions: MemberTermsVersion[] }) {
  const { t } = useTranslation()
  const format = useFormat()
  const [reading, setReading] = useState<MemberTermsVersion | null>(null)
  return (
    <>
      <Table
        rowKey="version"
        size="middle"
        pagination={false}
        dataSource={versions}
        locale={{ emptyText: <EmptyState title={t('memberTerms.none')} text={t('memberTerms.noneText')} /> }}
        columns={[
          { title: t('memberTerms.version'), render: (_, { version }) => version },
          { title: t('memberTerms.at'), render: (_, { publishedAt }) => format.time(publishedAt) },
          { title: t('memberTerms.by'), render: (_, { publishedBy }) => publishedBy },
          {
            title: '',
            align: 'right',
            render: (_, version) => (
              <Button type="link" size="small" onClick={() => setReading(version)}>
                {t('memberTerms.read')}
              </Button>
            ),
          },
        ]}
      />
      {reading && <TermsDialog terms={reading} onClose={() => setReading(null)} />}
    </>
  )
}
