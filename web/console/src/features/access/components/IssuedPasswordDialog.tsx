import { Button, Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import type { IssuedPassword } from '@/client'
import { CopyBox } from '@/shared/components/CopyBox'

export function IssuedPasswordDialog({ issued, onClose }: { issued: IssuedPassword | null; onClose: () => void }) {
  const { t } = useTranslation()
  return (
    <Modal
      open={issued !== null}
      title={t('access.people.issued')}
      mask={{ closable: false }}
      onCancel={onClose}
      footer={
        <Button type="primary" onClick={onClose}>
          {t('common.understood')}
        </Button>
      }
    >
      {issued && (
        <>
          <p>{t('access.people.issuedText', { name: issued.account.displayName })}</p>
          <CopyBox text={issued.oneTimePassword} label={t('access.people.issued')} testId="one-time-password" />
        </>
      )}
    </Modal>
  )
}
