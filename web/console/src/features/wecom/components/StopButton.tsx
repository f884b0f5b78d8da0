import { App, Button } from 'antd'
import { useTranslation } from 'react-i18next'

interface Props {
  label: string
  text: string
  busy: boolean
  onStop: () => void
}

/** Asks before something is stopped that cannot be taken up again. */
export function StopButton({ label, text, busy, onStop }: Props) {
  const { t } = useTranslation()
  const { modal } = App.useApp()
  return (
    <Button
      danger
      loading={busy}
      onClick={() => void modal.confirm({ title: label, content: text, okText: label, okButtonProps: { danger: true }, cancelText: t('common.back'), onOk: onStop })}
    >
      {label}
    </Button>
  )
}
