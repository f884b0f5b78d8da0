import { useQuery } from '@tanstack/react-query'
import { App, Button, Table } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ProgrammeDefinition } from '@/client'
import { listProgrammeVersionsOptions } from '@/client/@tanstack/react-query.gen'
import { useBrand } from '@/shared/brand/BrandContext'
import { EmptyState } from '@/shared/components/EmptyState'
import { Loaded } from '@/shared/components/Loaded'
import { Panel } from '@/shared/components/Panel'
import { StateTag } from '@/shared/components/StateTag'
import { useFormat } from '@/shared/hooks/useFormat'

/** What was published when and by whom; any of it can be the draft again. */
export function VersionsPanel({ current, onTake }: { current: number | null; onTake: (definition: ProgrammeDefinition) => void }) {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const { modal } = App.useApp()
  const format = useFormat()
  const versions = useQuery(listProgrammeVersionsOptions({ path: { brand } }))

  function confirm(n: number, definition: ProgrammeDefinition) {
    modal.confirm({ title: t('programme.versions.takeTitle', { n }), content: t('programme.versions.takeText'), okText: t('programme.versions.take'), onOk: () => onTake(definition) })
  }

  return (
    <Panel flush>
      <Loaded query={versions}>
        {(list) => (
          <Table
            rowKey="version"
            size="middle"
            dataSource={list}
            scroll={{ x: 'max-content' }}
            pagination={list.length > 20 ? { pageSize: 20 } : false}
            locale={{ emptyText: <EmptyState title={t('programme.versions.empty')} /> }}
            columns={[
              {
                title: t('programme.versions.version'),
                render: (_, { version }) => (
                  <>
                    {t('programme.versions.number', { n: version })} {version === current && <StateTag tone="good">{t('programme.versions.now')}</StateTag>}
                  </>
                ),
              },
              { title: t('programme.versions.at'), render: (_, { publishedAt }) => format.time(publishedAt) },
              { title: t('programme.versions.by'), render: (_, { publishedBy }) => publishedBy },
              { title: t('programme.versions.rules'), className: 'ww-right', render: (_, { definition }) => definition.earn.length },
              { title: t('programme.versions.tiers'), render: (_, { definition }) => definition.tiers?.tiers.map(({ name }) => name).join(' · ') ?? '—' },
              {
                title: '',
                render: (_, { version, definition }) => (
                  <Button type="link" size="small" onClick={() => confirm(version, definition)}>
                    {t('programme.versions.take')}
                  </Button>
                ),
              },
            ]}
          />
        )}
      </Loaded>
    </Panel>
  )
}
