import { App, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Broadcast } from '@/client'
import { useFormat } from '@/shared/hooks/useFormat'
import { costOf, startOf } from '../api/channels'
import { actionsIn, type Action } from '../api/state'
import { useBroadcastActions } from '../api/useBroadcastActions'

/** What can be done now; what reaches people says whom before it is done. */
export function BroadcastButtons({ broadcast }: { broadcast: Broadcast }) {
  const { t } = useTranslation()
  const { modal } = App.useApp()
  const format = useFormat()
  const { act, remove } = useBroadcastActions(broadcast.id)
  const { plan, progress } = broadcast
  const cost = plan?.cost && costOf(plan.cost, format)
  const quietly = (done: Promise<unknown>) => done.catch(() => undefined)

  const run: Record<Action, () => void> = {
    plan: () => act.mutate('plan'),
    ask: () => act.mutate('ask'),
    pause: () => act.mutate('pause'),
    resume: () => act.mutate('resume'),
    start: () =>
      void modal.confirm({
        title: t('touch.page.startTitle', { recipients: format.exact(plan?.recipients) }),
        content: (
          <>
            <p>
              {t(`touch.${startOf(broadcast.channel)}`, {
                guides: format.exact(plan?.guides),
                calls: format.exact(plan?.calls),
                recipients: format.exact(plan?.recipients),
              })}
            </p>
            {cost && <p>{t(`touch.channels.${cost.key}`, cost.values)}</p>}
            <p>{t('touch.page.startKept', { holdout: format.exact(plan?.holdout) })}</p>
          </>
        ),
        width: 480,
        okText: t('touch.page.start'),
        onOk: () => quietly(act.mutateAsync('start')),
      }),
    cancel: () =>
      void modal.confirm({
        title: t('touch.page.cancelTitle'),
        content: t('touch.page.cancelText', { pending: format.exact(progress?.pending ?? 0) }),
        okText: t('touch.page.cancel'),
        okButtonProps: { danger: true },
        cancelText: t('common.close'),
        onOk: () => quietly(act.mutateAsync('cancel')),
      }),
    delete: () =>
      void modal.confirm({
        title: t('touch.page.deleteTitle'),
        content: t('common.irreversible'),
        okText: t('common.delete'),
        okButtonProps: { danger: true },
        onOk: () => quietly(remove.mutateAsync()),
      }),
  }

  return actionsIn(broadcast).map((action) => (
    <Button
      key={action}
      data-testid={`broadcast-${action}`}
      type={action === 'start' || action === 'ask' || action === 'resume' || (action === 'plan' && !plan) ? 'primary' : action === 'delete' ? 'text' : 'default'}
      danger={action === 'cancel' || action === 'delete'}
      disabled={act.isPending || ((action === 'start' || action === 'ask') && !plan?.recipients)}
      loading={act.isPending && act.variables === action}
      onClick={run[action]}
    >
      {action === 'plan' && plan ? t('touch.page.replan') : action === 'ask' ? t('touch.approval.ask') : t(`touch.page.${action}`)}
    </Button>
  ))
}
