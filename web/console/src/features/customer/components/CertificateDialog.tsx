import { Modal, Table } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Erasure } from '@/client'
import { useFormat } from '@/shared/hooks/useFormat'
import { useText } from '@/shared/hooks/useLanguage'

/** What was erased where, and what is kept and why. */
export function CertificateDialog({ erasure, onClose }: { erasure: Erasure | null; onClose: () => void }) {
  const { t } = useTranslation()
  const text = useText()
  const format = useFormat()
  const certificate = erasure?.certificate
  return (
    <Modal open={Boolean(certificate)} title={t('customer.erasures.certificate')} footer={null} width={640} onCancel={onClose}>
      {erasure && certificate && (
        <>
          <p>
            {t('customer.erasures.certified', {
              no: erasure.customerNo,
              by: [erasure.requestedBy, erasure.approvedBy].filter(Boolean).join(' · '),
              from: format.time(certificate.erasedAt),
              to: format.time(certificate.finishedAt),
            })}
          </p>
          <Table
            size="small"
            rowKey="store"
            pagination={false}
            scroll={{ x: 'max-content', y: 320 }}
            dataSource={certificate.stores}
            columns={[
              { title: t('customer.erasures.store'), render: (_, one) => text(one.title) },
              { title: t('customer.erasures.count'), className: 'ww-right', render: (_, one) => format.exact(one.count) },
            ]}
          />
          <h3>{t('customer.erasures.kept')}</h3>
          <ul>
            {certificate.kept.map((one) => (
              <li key={one.en}>{text(one)}</li>
            ))}
          </ul>
        </>
      )}
    </Modal>
  )
}
