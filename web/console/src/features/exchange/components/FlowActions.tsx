import { useMutation } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useReport } from '@/shared/hooks/useReport'
import { useMayChange } from './useMayChange'

interface Props {
  active: boolean
  onToggle: () => Promise<unknown>
  onEdit: () => void
  remove: { title: string; text: string; run: () => Promise<unknown> }
  onDone: () => void
}

/** Pause or resume, change, delete: the same for what flows in and what flows out. */
export function FlowActions({ active, onToggle, onEdit, remove, onDone }: Props) {
  const { t } = useTranslation()
  const { modal } = App.useApp()
  const report = useReport()
  const mayChange = useMayChange()
  const act = useMutation({ mutationFn: (what: () => Promise<unknown>) => what(), onSuccess: onDone, onError: report.refused })

  function confirmRemove() {
    modal.confirm({
      title: remove.title,
      content: remove.text,
      okText: t('exchange.remove'),
      okButtonProps: { danger: true },
      onOk: () => act.mutateAsync(remove.run).catch(() => undefined),
    })
  }

  return (
    <span className="ww-row">
      <Button type="link" size="small" loading={act.isPending} onClick={() => act.mutate(onToggle)}>
        {t(active ? 'exchange.pause' : 'exchange.resume')}
      </Button>
      {mayChange && (
        <>
          <Button type="link" size="small" onClick={onEdit}>
            {t('common.edit')}
          </Button>
          <Button type="link" size="small" danger onClick={confirmRemove}>
            {t('exchange.remove')}
          </Button>
        </>
      )}
    </span>
  )
}
