import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { TableColumnsType } from 'antd'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { cancelMoment, type Moment, type MomentGuide } from '@/client'
import { getMomentOptions, getMomentQueryKey, listGuidesOfMomentInfiniteOptions } from '@/client/@tanstack/react-query.gen'
import { pathId } from '@/shared/api/pathId'
import { useBrand, useBrandPath } from '@/shared/brand/BrandContext'
import { CursorTable } from '@/shared/components/CursorTable'
import { Defined } from '@/shared/components/Definition'
import { EmptyState } from '@/shared/components/EmptyState'
import { Loaded } from '@/shared/components/Loaded'
import { Count } from '@/shared/components/Numbers'
import { PageHeader } from '@/shared/components/PageHeader'
import { Panel } from '@/shared/components/Panel'
import { Stat, Stats } from '@/shared/components/Stat'
import { StateTag } from '@/shared/components/StateTag'
import { useCursorPages } from '@/shared/hooks/useCursorPages'
import { useFormat } from '@/shared/hooks/useFormat'
import { useReport } from '@/shared/hooks/useReport'
import { isOver, partTone, type MomentState, type PartState } from '../api/states'
import { StopButton } from '../components/StopButton'

/** One moment: who has published it, who has not, and why. */
export function MomentPage() {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const at = { path: { brand, id: pathId(useParams().id ?? '') } }
  const path = useBrandPath()
  const report = useReport()
  const queries = useQueryClient()
  const moment = useQuery({ ...getMomentOptions(at), refetchInterval: 10_000 })
  const stop = useMutation({
    mutationFn: () => cancelMoment(at),
    onSuccess: ({ data }) => {
      queries.setQueryData(getMomentQueryKey(at), data)
      report.done(t('wecomSend.groups.cancelled'))
    },
    onError: report.refused,
  })
  const state = moment.data?.state as MomentState | undefined
  const why = moment.data?.why
  return (
    <>
      <PageHeader
        back={{ to: path('/moments'), label: t('wecomSend.moments.back') }}
        title={moment.data?.name ?? t('wecomSend.moments.title')}
        headline={state && `${t(`wecomSend.moments.states.${state}`)}${why ? ` · ${why}` : ''}`}
        actions={
          state &&
          !isOver(state) && (
            <StopButton label={t('wecomSend.moments.cancel')} text={t('wecomSend.moments.cancelText')} busy={stop.isPending} onStop={() => stop.mutate()} />
          )
        }
      />
      <div className="ww-stack">
        <Loaded query={moment}>{(data) => <Figures moment={data} />}</Loaded>
        <Guides at={at} />
      </div>
    </>
  )
}

function Figures({ moment }: { moment: Moment }) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <Panel note={t('wecomSend.groups.due', { time: format.time(moment.dueAt) })}>
      <p style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{moment.words}</p>
      <Stats>
        <Stat label={<Defined meaning={{ definition: t('wecomSend.moments.peopleMeaning') }}>{t('wecomSend.moments.people')}</Defined>} value={<Count value={moment.people} />} />
        <Stat label={t('wecomSend.moments.published')} value={<Count value={moment.published} />} />
        <Stat label={t('wecomSend.groups.waiting')} value={<Count value={moment.waiting} />} />
        <Stat label={t('wecomSend.groups.failed')} value={<Count value={moment.failed} />} />
      </Stats>
    </Panel>
  )
}

function Guides({ at }: { at: { path: { brand: string; id: number } } }) {
  const { t } = useTranslation()
  const format = useFormat()
  const pages = useCursorPages<MomentGuide>(listGuidesOfMomentInfiniteOptions({ ...at, query: { limit: 50 } }), { refetchInterval: 10_000 })
  const columns: TableColumnsType<MomentGuide> = [
    { key: 'guide', title: t('wecomSend.moments.guide'), render: (_, { guide, name }) => name ?? guide },
    {
      key: 'state',
      title: t('common.state'),
      render: (_, { state }) => <StateTag tone={partTone(state as PartState)}>{t(`wecomSend.moments.guideStates.${state as PartState}`)}</StateTag>,
    },
    { key: 'why', title: t('wecomSend.groups.why'), render: (_, { words }) => <span style={{ whiteSpace: 'normal' }}>{words ?? ''}</span> },
    { key: 'at', title: t('wecomSend.groups.at'), render: (_, { at: when }) => (when ? format.time(when) : '—') },
  ]
  return (
    <Panel flush>
      <CursorTable rowKey="guide" pages={pages} columns={columns} empty={<EmptyState title={t('common.none')} />} />
    </Panel>
  )
}
