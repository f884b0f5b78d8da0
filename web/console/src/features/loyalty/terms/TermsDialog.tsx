import { Modal, Tabs, Typography } from 'antd'
import { useTranslation } from 'react-i18next'
import type { MemberTermsVersion } from '@/client'

/** A version as it was published, in both languages. */
export function TermsDialog({ terms, onClose }: { terms: MemberTermsVersion; onClose: () => void }) {
  const { t } = useTranslation()
  const tab = (key: 'zh' | 'en') => ({
    key,
    label: t(`memberTerms.${key}`),
    children: <Typography.Paragraph style={{ whiteSpace: 'pre-wrap' }}>{terms[key]}</Typography.Paragraph>,
  })
  return (
    <Modal open width={720} title={`${t('memberTerms.version')} ${terms.version}`} footer={null} onCancel={onClose}>
      <Tabs items={[tab('zh'), tab('en')]} />
    </Modal>
  )
}
