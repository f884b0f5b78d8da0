import { Alert, Button, Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import type { IssuedTillKey } from '@/client'
import { CopyBox } from '@/shared/components/CopyBox'

/** Shows a till's key the only time it can be seen. */
export function TillSecretDialog({ issued, onClose }: { issued: IssuedTillKey; onClose: () => void }) {
  const { t } = useTranslation()
  return (
    <Modal
      open
      title={t('till.secretTitle', { name: issued.key.name })}
      mask={{ closable: false }}
      onCancel={onClose}
      footer={
        <Button type="primary" onClick={onClose}>
          {t('common.understood')}
        </Button>
      }
    >
      <div className="ww-stack">
        <Alert type="warning" showIcon title={t('till.secretOnce')} />
        <CopyBox text={issued.secret} label={t('till.secret')} testId="till-secret" />
      </div>
    </Modal>
  )
}
