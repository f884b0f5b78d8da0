import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button, Drawer, type TableColumnsType } from 'antd'
import { useTranslation } from 'react-i18next'
import { discardDeadLetters, replayDeadLetters, type DeadLetter, type Webhook } from '@/client'
import { listDeadLettersInfiniteOptions, listDeadLettersInfiniteQueryKey, listWebhooksQueryKey } from '@/client/@tanstack/react-query.gen'
import { useBrand } from '@/shared/brand/BrandContext'
import { CursorTable } from '@/shared/components/CursorTable'
import { EmptyState } from '@/shared/components/EmptyState'
import { StateTag } from '@/shared/components/StateTag'
import { useCursorPages } from '@/shared/hooks/useCursorPages'
import { useFormat } from '@/shared/hooks/useFormat'
import { useReport } from '@/shared/hooks/useReport'
import { useDeliveryWords } from './useFailureWords'

/** What a webhook could not deliver: seen, delivered once more, or thrown away. */
export function DeadLetters({ webhook, onClose }: { webhook: Webhook; onClose: () => void }) {
  const { t } = useTranslation()
  const { modal } = App.useApp()
  const { id: brand } = useBrand()
  const format = useFormat()
  const report = useReport()
  const words = useDeliveryWords()
  const queries = useQueryClient()
  const list = { path: { brand, id: webhook.id }, query: { limit: 50 } }
  const pages = useCursorPages<DeadLetter>(listDeadLettersInfiniteOptions(list), { refetchInterval: 3_000 })

  function refresh() {
    void queries.invalidateQueries({ queryKey: listDeadLettersInfiniteQueryKey(list) })
    void queries.invalidateQueries({ queryKey: listWebhooksQueryKey({ path: { brand } }) })
  }

  const replay = useMutation({
    mutationFn: (ids: number[] | null) => replayDeadLetters({ path: list.path, body: { ids } }),
    onSuccess: ({ data }) => {
      refresh()
      report.done(t('exchange.letters.replayed', { count: data.count, n: format.exact(data.count) }))
    },
    onError: report.refused,
  })
  const discard = useMutation({
    mutationFn: (id: number) => discardDeadLetters({ path: list.path, body: { ids: [id] } }),
    onSuccess: refresh,
    onError: report.refused,
  })

  function confirmDiscard(id: number) {
    modal.confirm({
      title: t('exchange.letters.discardTitle'),
      content: t('exchange.letters.discardText'),
      okText: t('exchange.letters.discard'),
      okButtonProps: { danger: true },
      onOk: () => discard.mutateAsync(id).catch(() => undefined),
    })
  }

  const columns: TableColumnsType<DeadLetter> = [
    { title: t('exchange.letters.position'), className: 'ww-right', render: (_, { position }) => <span className="ww-number">{position}</span> },
    { title: t('exchange.letters.event'), dataIndex: 'event' },
    { title: t('exchange.letters.reason'), render: (_, letter) => words(letter) },
    { title: t('exchange.letters.attempts'), className: 'ww-right', dataIndex: 'attempts' },
    { title: t('exchange.letters.lastTry'), render: (_, { lastTryAt }) => format.time(lastTryAt) },
    {
      title: t('common.actions'),
      render: (_, { id, replay: waiting }) =>
        waiting ? (
          <StateTag tone="water" busy>
            {t('exchange.letters.waiting')}
          </StateTag>
        ) : (
          <>
            <Button type="link" size="small" onClick={() => replay.mutate([id])}>
              {t('exchange.letters.replay')}
            </Button>
            <Button type="link" size="small" danger onClick={() => confirmDiscard(id)}>
              {t('exchange.letters.discard')}
            </Button>
          </>
        ),
    },
  ]
  return (
    <Drawer
      open
      size={860}
      title={t('exchange.letters.title', { name: webhook.name })}
      onClose={onClose}
      extra={
        <Button onClick={() => replay.mutate(null)} loading={replay.isPending}>
          {t('exchange.letters.replayAll')}
        </Button>
      }
    >
      <p className="ww-muted">{t('exchange.letters.headline')}</p>
      <CursorTable rowKey="id" size="small" pages={pages} columns={columns} empty={<EmptyState title={t('exchange.letters.empty')} />} />
    </Drawer>
  )
}
