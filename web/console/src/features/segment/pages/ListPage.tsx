import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Typography } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate, useParams } from 'react-router'
import { deleteCustomerList, renameCustomerList, type CustomerList } from '@/client'
import { getCustomerListOptions, getCustomerListQueryKey, listCustomerListsQueryKey, listCustomerListUsesOptions } from '@/client/@tanstack/react-query.gen'
import { useBrand, useBrandPath, usePerson } from '@/shared/brand/BrandContext'
import { FlowBar } from '@/shared/components/FlowBar'
import { Loaded } from '@/shared/components/Loaded'
import { PageHeader } from '@/shared/components/PageHeader'
import { Panel } from '@/shared/components/Panel'
import { useFormat } from '@/shared/hooks/useFormat'
import { shareOf, useJobWords } from '@/shared/hooks/useJobWords'
import { useText } from '@/shared/hooks/useLanguage'
import { useReport } from '@/shared/hooks/useReport'
import { DownloadDialog } from '../components/DownloadDialog'
import { MatchResult } from '../components/MatchResult'
import { SegmentSample } from '../components/SegmentSample'
import { UsesTable } from '../components/UsesTable'

export function ListPage() {
  const { id = '' } = useParams()
  const { id: brand } = useBrand()
  const list = useQuery({
    ...getCustomerListOptions({ path: { brand, id } }),
    refetchInterval: ({ state }) => (state.data?.state === 'making' ? 1_000 : false),
  })
  return (
    <Loaded query={list} rows={8}>
      {(data) => <One key={data.id} list={data} />}
    </Loaded>
  )
}

function One({ list }: { list: CustomerList }) {
  const { t } = useTranslation()
  const path = useBrandPath()
  const headline = useHeadline(list)
  return (
    <>
      <PageHeader back={{ to: path('/lists'), label: t('customerList.title') }} title={<Name list={list} />} headline={headline} actions={<Actions list={list} />} />
      <div className="ww-stack">
        {list.state !== 'ready' && <Making list={list} />}
        {list.upload?.result && <MatchResult list={list} result={list.upload.result} />}
        {list.snapshot && <Snapshot snapshot={list.snapshot} />}
        <Uses id={list.id} />
        {list.state === 'ready' && <SegmentSample definition={{ type: 'list', list: list.id }} />}
      </div>
    </>
  )
}

function useHeadline({ state, size, createdBy, createdAt, readyAt }: CustomerList): string {
  const { t } = useTranslation()
  const format = useFormat()
  if (state === 'ready') return t('customerList.page.ready', { n: format.exact(size), time: format.time(readyAt), by: createdBy })
  return t(`customerList.page.${state}`, { time: format.time(createdAt), by: createdBy })
}

function Name({ list }: { list: CustomerList }) {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const report = useReport()
  const queries = useQueryClient()
  const rename = useMutation({
    mutationFn: (name: string) => renameCustomerList({ path: { brand, id: list.id }, body: { name } }),
    onSuccess: ({ data }) => {
      queries.setQueryData(getCustomerListQueryKey({ path: { brand, id: list.id } }), data)
      void queries.invalidateQueries({ queryKey: listCustomerListsQueryKey({ path: { brand } }) })
    },
    onError: report.refused,
  })
  return (
    <>
      <title>{`${list.name} · ${t('product')}`}</title>
      <Typography.Text
        style={{ font: 'inherit' }}
        editable={{
          tooltip: t('customerList.page.rename'),
          maxLength: 100,
          onChange: (name) => name.trim() && name.trim() !== list.name && rename.mutate(name.trim()),
        }}
      >
        {list.name}
      </Typography.Text>
    </>
  )
}

function Actions({ list }: { list: CustomerList }) {
  const { t } = useTranslation()
  const { modal } = App.useApp()
  const { id: brand } = useBrand()
  const { mayDownload } = usePerson()
  const path = useBrandPath()
  const navigate = useNavigate()
  const report = useReport()
  const queries = useQueryClient()
  const [downloading, setDownloading] = useState(false)
  const remove = useMutation({
    mutationFn: () => deleteCustomerList({ path: { brand, id: list.id } }),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: listCustomerListsQueryKey({ path: { brand } }) })
      report.done(t('common.deleted'))
      void navigate(path('/lists'))
    },
    onError: report.refused,
  })

  function confirmRemove() {
    modal.confirm({
      title: t('customerList.page.deleteTitle', { name: list.name }),
      content: t('customerList.page.deleteText'),
      okText: t('common.delete'),
      okButtonProps: { danger: true },
      onOk: () => remove.mutateAsync().catch(() => undefined),
    })
  }

  const definition = JSON.stringify({ type: 'and', conditions: [{ type: 'list', list: list.id }] })
  return (
    <>
      <Button danger type="text" onClick={confirmRemove}>
        {t('common.delete')}
      </Button>
      {list.state === 'ready' && (
        <>
          {mayDownload && <Button onClick={() => setDownloading(true)}>{t('memberDownload.open')}</Button>}
          <Link to={path(`/segments/new?definition=${encodeURIComponent(definition)}`)}>
            <Button type="primary">{t('customerList.page.segment')}</Button>
          </Link>
        </>
      )}
      {downloading && <DownloadDialog source={{ list: list.id }} name={list.name} onClose={() => setDownloading(false)} />}
    </>
  )
}

function Making({ list: { job, state, name } }: { list: CustomerList }) {
  const { t } = useTranslation()
  const words = useJobWords()
  const text = useText()
  return (
    <Panel title={t(`customerList.states.${state}`)} note={state === 'making' ? t('customerList.page.leave') : t('customerList.page.stoppedHelp')}>
      {state === 'making' && <FlowBar share={job ? shareOf(job) : null} label={name} />}
      {job && <p className="ww-muted ww-small ww-number">{job.message ? text(job.message) : words(job)}</p>}
    </Panel>
  )
}

function Snapshot({ snapshot }: { snapshot: NonNullable<CustomerList['snapshot']> }) {
  const { t } = useTranslation()
  const path = useBrandPath()
  const text = useText()
  return (
    <Panel title={t('customerList.page.taken')} note={t('customerList.page.takenNote')}>
      <p>
        <Link to={path(`/segments/${snapshot.segment}`)}>{t('customerList.ofSegment', { name: snapshot.name, version: snapshot.version })}</Link>
      </p>
      <p>{text(snapshot.reading)}</p>
    </Panel>
  )
}

function Uses({ id }: { id: string }) {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const uses = useQuery(listCustomerListUsesOptions({ path: { brand, id } }))
  return (
    <Panel title={t('segment.tabs.uses')} note={t('customerList.page.usesNote')}>
      <Loaded query={uses} rows={2}>
        {(list) => <UsesTable uses={list} />}
      </Loaded>
    </Panel>
  )
}
