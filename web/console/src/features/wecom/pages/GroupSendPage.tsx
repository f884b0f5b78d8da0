import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { TableColumnsType } from 'antd'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { cancelGroupSend, type GroupSend, type GroupSendReach, type GroupSendRow } from '@/client'
import { getGroupSendOptions, getGroupSendQueryKey, getGroupSendReachOptions, listGroupsOfSendInfiniteOptions } from '@/client/@tanstack/react-query.gen'
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
import { isOver, partTone, type ChatState, type SendState } from '../api/states'
import { StopButton } from '../components/StopButton'

/** One message to groups: what became of it in each, and why. */
export function GroupSendPage() {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const at = { path: { brand, id: pathId(useParams().id ?? '') } }
  const path = useBrandPath()
  const report = useReport()
  const queries = useQueryClient()
  const send = useQuery({ ...getGroupSendOptions(at), refetchInterval: 10_000 })
  const reach = useQuery({ ...getGroupSendReachOptions(at), refetchInterval: 30_000 })
  const stop = useMutation({
    mutationFn: () => cancelGroupSend(at),
    onSuccess: ({ data }) => {
      queries.setQueryData(getGroupSendQueryKey(at), data)
      report.done(t('wecomSend.groups.cancelled'))
    },
    onError: report.refused,
  })
  const state = send.data?.state as SendState | undefined
  return (
    <>
      <PageHeader
        back={{ to: path('/group-sends'), label: t('wecomSend.groups.back') }}
        title={send.data?.name ?? t('wecomSend.groups.title')}
        headline={state && t(`wecomSend.groups.states.${state}`)}
        actions={
          state &&
          !isOver(state) && (
            <StopButton label={t('wecomSend.groups.cancel')} text={t('wecomSend.groups.cancelText')} busy={stop.isPending} onStop={() => stop.mutate()} />
          )
        }
      />
      <div className="ww-stack">
        <Loaded query={send}>{(data) => <Figures send={data} reach={reach.data} />}</Loaded>
        <Groups at={at} />
      </div>
    </>
  )
}

function Figures({ send, reach }: { send: GroupSend; reach: GroupSendReach | undefined }) {
  const { t } = useTranslation()
  const format = useFormat()
  const meaning = { definition: t('wecomSend.groups.reachMeaning', { n: format.exact(reach?.customers ?? 0) }) }
  return (
    <Panel note={`${send.byHand ? t('wecomSend.groups.byHand') : t('wecomSend.groups.byMass')} · ${t('wecomSend.groups.due', { time: format.time(send.dueAt) })}`}>
      <p style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{send.words}</p>
      <Stats>
        <Stat label={<Defined meaning={meaning}>{t('wecomSend.groups.reach')}</Defined>} value={<Count value={reach?.people ?? 0} />} testId="group-reach" />
        <Stat label={t('wecomSend.groups.confirmed')} value={<Count value={send.confirmed} />} />
        <Stat label={t('wecomSend.groups.waiting')} value={<Count value={send.waiting} />} />
        <Stat label={t('wecomSend.groups.failed')} value={<Count value={send.failed} />} />
      </Stats>
    </Panel>
  )
}

function Groups({ at }: { at: { path: { brand: string; id: number } } }) {
  const { t } = useTranslation()
  const format = useFormat()
  const pages = useCursorPages<GroupSendRow>(listGroupsOfSendInfiniteOptions({ ...at, query: { limit: 50 } }), { refetchInterval: 10_000 })
  const columns: TableColumnsType<GroupSendRow> = [
    { key: 'chat', title: t('wecomSend.groups.chat'), render: (_, { name, chatId }) => name || <code>{chatId}</code> },
    { key: 'owner', title: t('wecomSend.groups.owner'), render: (_, { owner, ownerName }) => ownerName ?? owner },
    { key: 'customers', title: t('wecomSend.groups.customers'), className: 'ww-right', render: (_, { customers }) => <Count value={customers} /> },
    {
      key: 'state',
      title: t('common.state'),
      render: (_, { state }) => <StateTag tone={partTone(state as ChatState)}>{t(`wecomSend.groups.chatStates.${state as ChatState}`)}</StateTag>,
    },
    { key: 'why', title: t('wecomSend.groups.why'), render: (_, { words }) => <span style={{ whiteSpace: 'normal' }}>{words ?? ''}</span> },
    { key: 'at', title: t('wecomSend.groups.at'), render: (_, { at: when }) => (when ? format.time(when) : '—') },
  ]
  return (
    <Panel flush>
      <CursorTable rowKey="chatId" pages={pages} columns={columns} empty={<EmptyState title={t('common.none')} />} />
    </Panel>
  )
}
