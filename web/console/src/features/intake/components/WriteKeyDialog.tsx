import { Alert, Button, Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import type { IssuedWriteKey } from '@/client'
import { CopyBox } from '@/shared/components/CopyBox'

/** Shows a write key the only time it can be seen, with a call to try it by. */
export function WriteKeyDialog({ issued, onClose }: { issued: IssuedWriteKey | null; onClose: () => void }) {
  const { t } = useTranslation()
  return (
    <Modal
      open={issued !== null}
      width={640}
      title={issued && t('intake.sources.keyTitle', { name: issued.source.name })}
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
          <Alert type="warning" showIcon title={t('intake.sources.keyOnce')} />
          <CopyBox text={issued.writeKey} label={t('intake.sources.key')} testId="write-key" />
          <div>
            <p>{t('intake.sources.example')}</p>
            <CopyBox text={exampleCall(issued.writeKey)} label={t('intake.sources.example')} />
          </div>
        </div>
      )}
    </Modal>
  )
}

function exampleCall(writeKey: string): string {
  return [
    `curl ${window.location.origin}/v1/track \\`,
    `  -u '${writeKey}:' \\`,
    `  -H 'Content-Type: application/json' \\`,
    `  -d '{"userId":"1001","event":"Product Viewed","properties":{"product_id":"85123A"}}'`,
  ].join('\n')
}
