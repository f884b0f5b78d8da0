import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button, Modal, Select, Space } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useQuery } from '@tanstack/react-query'
import { retryAsideRun, skipAsideRun, takeOutAsideRun, type AsideRun } from '@/client'
import { getJourneyHealthQueryKey, getJourneyOptions, listAsideRunsInfiniteOptions, listJourneysOptions, listJourneysQueryKey } from '@/client/@tanstack/react-query.gen'
import { pathId } from '@/shared/api/pathId'
import { useBrand, useBrandPath } from '@/shared/brand/BrandContext'
import { CursorTable } from '@/shared/components/CursorTable'
import { EmptyState } from '@/shared/components/EmptyState'
import { Panel } from '@/shared/components/Panel'
import { useCursorPages } from '@/shared/hooks/useCursorPages'
import { useFormat } from '@/shared/hooks/useFormat'
import { useReport } from '@/shared/hooks/useReport'
import { useUrlFilters } from '@/shared/hooks/useUrlFilters'
import { exitsOf, nodeOf } from '@/shared/journey/graph'
import { useExitWords } from '@/shared/journey/useStepWords'
import { drawable } from '../api/drawable'
import { useNodeWords } from '../api/useNodeWords'

const FILTERS = ['journey'] as const

/** Runs that could not go on, for a person to decide. */
export function AsideRuns() {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const path = useBrandPath()
  const format = useFormat()
  const { filters, set } = useUrlFilters(FILTERS)
  const journeys = useQuery({ ...listJourneysOptions({ path: { brand } }), staleTime: 60_000 }).data ?? []
  const pages = useCursorPages<AsideRun>(listAsideRunsInfiniteOptions({ path: { brand }, query: { limit: 20, ...(filters.journey && { journey: filters.journey }) } }))
  const nodeWords = useNodeWords((pages.items ?? []).map(({ journey }) => journey))
  return (
    <Panel
      flush
      title={t('guideTask.health.aside')}
      note={t('guideTask.health.asideNote')}
      extra={
        <Select
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          style={{ width: 220 }}
          aria-label={t('guideTask.health.asideOf')}
          placeholder={t('guideTask.health.asideOf')}
          value={filters.journey}
          options={journeys.filter(({ id, aside }) => aside > 0 || id === filters.journey).map(({ id, name, aside }) => ({ value: id, label: aside > 0 ? `${name} · ${format.count(aside)}` : name }))}
          onChange={(journey) => set({ journey })}
        />
      }
    >
      <CursorTable<AsideRun>
        rowKey="run"
        pages={pages}
        empty={<EmptyState title={t('guideTask.health.asideNone')} />}
        columns={[
          { title: t('guideTask.health.who'), render: (_, { customerNo, journey }) => <Link to={path(`/journeys/${journey}?tab=people&customer=${customerNo}`)}>{t('guideTask.anonymous', { no: customerNo })}</Link> },
          { title: t('guideTask.health.journey'), render: (_, { journey, name }) => <Link to={path(`/journeys/${journey}`)}>{name}</Link> },
          { title: t('guideTask.health.where'), render: (_, { journey, node }) => nodeWords(journey, node) },
          {
            title: t('guideTask.health.why'),
            render: (_, { detail, code, attempts }) => (
              <span style={{ whiteSpace: 'normal' }}>
                {detail || code} <span className="ww-muted ww-small">{t('guideTask.health.attempts', { n: attempts })}</span>
              </span>
            ),
          },
          { title: t('guideTask.health.since'), render: (_, { at }) => format.time(at) },
          { title: t('common.actions'), render: (_, run) => <Decide run={run} /> },
        ]}
      />
    </Panel>
  )
}

type Decision = { what: 'retry' } | { what: 'skip'; exit: string | null } | { what: 'takeOut' }
const SAID = { retry: 'retried', skip: 'skipped', takeOut: 'takenOut' } as const

function Decide({ run }: { run: AsideRun }) {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const { modal } = App.useApp()
  const report = useReport()
  const queries = useQueryClient()
  const [skipping, setSkipping] = useState(false)
  const at = { path: { brand, run: pathId(run.run) } }
  const decide = useMutation({
    mutationFn: async (decision: Decision) => {
      if (decision.what === 'retry') await retryAsideRun(at)
      else if (decision.what === 'takeOut') await takeOutAsideRun(at)
      else await skipAsideRun({ ...at, body: { exit: decision.exit } })
    },
    onSuccess: (_, { what }) => report.done(t(`guideTask.health.${SAID[what]}`)),
    onError: report.refused,
    onSettled: () => {
      setSkipping(false)
      void queries.invalidateQueries({ predicate: ({ queryKey }) => (queryKey[0] as { _id?: string } | undefined)?._id === 'listAsideRuns' })
      void queries.invalidateQueries({ queryKey: listJourneysQueryKey({ path: { brand } }) })
      void queries.invalidateQueries({ queryKey: getJourneyHealthQueryKey({ path: { brand } }) })
    },
  })
  return (
    <Space>
      <Button size="small" type="primary" loading={decide.isPending} onClick={() => decide.mutate({ what: 'retry' })}>
        {t('guideTask.health.retry')}
      </Button>
      <Button size="small" onClick={() => setSkipping(true)}>
        {t('guideTask.health.skip')}
      </Button>
      <Button
        size="small"
        danger
        type="text"
        onClick={() =>
          void modal.confirm({
            title: t('guideTask.health.takeOutTitle'),
            content: t('common.irreversible'),
            okButtonProps: { danger: true },
            onOk: () => decide.mutateAsync({ what: 'takeOut' }).catch(() => undefined),
          })
        }
      >
        {t('guideTask.health.takeOut')}
      </Button>
      {skipping && <SkipDialog run={run} busy={decide.isPending} onSkip={(exit) => decide.mutate({ what: 'skip', exit })} onClose={() => setSkipping(false)} />}
    </Space>
  )
}

function SkipDialog({ run, busy, onSkip, onClose }: { run: AsideRun; busy: boolean; onSkip: (exit: string | null) => void; onClose: () => void }) {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const exitWords = useExitWords()
  const [exit, setExit] = useState('')
  const journey = useQuery({ ...getJourneyOptions({ path: { brand, id: run.journey } }), staleTime: 60_000 }).data
  const step = journey && nodeOf(drawable(journey.definition), run.node)?.step
  return (
    <Modal open title={t('guideTask.health.skipTitle')} okText={t('guideTask.health.skip')} okButtonProps={{ loading: busy }} onOk={() => onSkip(exit || null)} onCancel={onClose}>
      <p>{t('guideTask.health.skipText')}</p>
      <Select
        style={{ width: '100%' }}
        aria-label={t('guideTask.health.skip')}
        value={exit}
        options={[{ value: '', label: t('guideTask.health.skipLast') }, ...(step ? exitsOf(step) : []).map((name) => ({ value: name, label: exitWords(name) }))]}
        onChange={setExit}
      />
    </Modal>
  )
}
