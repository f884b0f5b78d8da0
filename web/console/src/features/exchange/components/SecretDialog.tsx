import { Alert, Button, Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import type { IssuedSecret } from '@/client'
import { CopyBox } from '@/shared/components/CopyBox'

/** Shows a webhook's secret the only time it can be seen. */
export function SecretDialog({ issued, onClose }: { issued: IssuedSecret | null; onClose: () => void }) {
  const { t } = useTranslation()
  return (
    <Modal
      open={issued !== null}
      title={issued && t('exchange.webhooks.secretTitle', { name: issued.webhook.name })}
      mask={{ closable: false }}
      onCancel={onClose}
      footer={
        <Button type="primary" onClick={onClose}>
          {t('common.understood')}
        </Button>
      }
    >
      {issued && (
        <div className="ww-stack">
          <Alert type="warning" showIcon title={t('exchange.webhooks.secretOnce')} />
          <CopyBox text={issued.secret} label={t('exchange.webhooks.secret')} testId="webhook-secret" />
        </div>
      )}
    </Modal>
  )
}
