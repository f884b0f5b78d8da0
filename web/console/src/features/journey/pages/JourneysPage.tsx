import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Input, Modal, Table } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import { createJourney, type JourneySummary } from '@/client'
import { listJourneysOptions, listJourneysQueryKey } from '@/client/@tanstack/react-query.gen'
import { useBrand, useBrandPath } from '@/shared/brand/BrandContext'
import { EmptyState } from '@/shared/components/EmptyState'
import { Loaded } from '@/shared/components/Loaded'
import { Count } from '@/shared/components/Numbers'
import { PageHeader } from '@/shared/components/PageHeader'
import { Panel } from '@/shared/components/Panel'
import { StateTag } from '@/shared/components/StateTag'
import { useFormat } from '@/shared/hooks/useFormat'
import { useReport } from '@/shared/hooks/useReport'
import { emptyJourney } from '@/shared/journey/graph'
import { TONES } from '../api/state'

export function JourneysPage() {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const path = useBrandPath()
  const format = useFormat()
  const [naming, setNaming] = useState(false)
  const journeys = useQuery({ ...listJourneysOptions({ path: { brand } }), refetchInterval: 15_000 })
  const actions = (
    <>
      <Link to={path('/journeys/health')}>
        <Button>{t('journey.list.health')}</Button>
      </Link>
      <Button onClick={() => setNaming(true)}>{t('journey.list.create')}</Button>
      <Link to={path('/plays')}>
        <Button type="primary">{t('journey.list.fromPlay')}</Button>
      </Link>
    </>
  )
  return (
    <>
      <PageHeader title={t('journey.list.title')} headline={t('journey.list.headline')} actions={actions} />
      <Loaded query={journeys}>
        {(list) => (
          <Panel flush>
            <Table<JourneySummary>
              rowKey="id"
              dataSource={list}
              pagination={list.length > 50 ? { pageSize: 50 } : false}
              scroll={{ x: 'max-content' }}
              locale={{
                emptyText: (
                  <EmptyState
                    title={t('journey.list.empty')}
                    text={t('journey.list.emptyText')}
                    action={
                      <Link to={path('/plays')}>
                        <Button type="primary">{t('journey.list.fromPlay')}</Button>
                      </Link>
                    }
                  />
                ),
              }}
              columns={[
                { title: t('common.name'), render: (_, { id, name }) => <Link to={path(`/journeys/${id}`)}>{name}</Link> },
                {
                  title: t('common.state'),
                  render: (_, { state, version }) => (
                    <>
                      <StateTag tone={TONES[state]} busy={state === 'live'}>
                        {t(`journey.states.${state}`)}
                      </StateTag>{' '}
                      <span className="ww-muted ww-small">{version === null ? t('journey.list.unpublished') : t('journey.list.version', { n: version })}</span>
                    </>
                  ),
                },
                {
                  title: t('journey.list.inside'),
                  className: 'ww-right',
                  render: (_, { inside, aside }) => (
                    <>
                      <Count value={inside} />
                      {aside > 0 && (
                        <div>
                          <Link to={path('/journeys/health')}>{t('journey.list.aside', { n: format.exact(aside) })}</Link>
                        </div>
                      )}
                    </>
                  ),
                },
                { title: t('journey.list.next'), render: (_, { nextAt }) => format.time(nextAt) },
                {
                  title: t('common.updatedAt'),
                  render: (_, { updatedAt, updatedBy }) => (
                    <>
                      {format.time(updatedAt)} <span className="ww-muted ww-small">{updatedBy}</span>
                    </>
                  ),
                },
              ]}
            />
          </Panel>
        )}
      </Loaded>
      {naming && <NameDialog onClose={() => setNaming(false)} />}
    </>
  )
}

function NameDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const path = useBrandPath()
  const navigate = useNavigate()
  const report = useReport()
  const queries = useQueryClient()
  const [name, setName] = useState('')
  const create = useMutation({
    mutationFn: () => createJourney({ path: { brand }, body: { name: name.trim(), description: null, definition: emptyJourney() } }),
    onSuccess: ({ data }) => {
      void queries.invalidateQueries({ queryKey: listJourneysQueryKey({ path: { brand } }) })
      void navigate(path(`/journeys/${data.id}`))
    },
    onError: report.refused,
  })
  return (
    <Modal
      open
      title={t('journey.list.nameTitle')}
      okText={t('journey.list.start')}
      okButtonProps={{ disabled: !name.trim(), loading: create.isPending }}
      onOk={() => create.mutate()}
      onCancel={onClose}
    >
      <Input autoFocus maxLength={100} aria-label={t('common.name')} placeholder={t('journey.list.namePlaceholder')} value={name} onChange={({ target }) => setName(target.value)} onPressEnter={() => name.trim() && create.mutate()} />
    </Modal>
  )
}
