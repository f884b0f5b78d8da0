import { DownloadOutlined } from '@ant-design/icons'
import { Button, Table, Tooltip } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { ListCouponBatchesResponse } from '@/client'
import { useBrand, useBrandPath, usePerson } from '@/shared/brand/BrandContext'
import { EmptyState } from '@/shared/components/EmptyState'
import { Count } from '@/shared/components/Numbers'
import { StateTag } from '@/shared/components/StateTag'
import { useFormat } from '@/shared/hooks/useFormat'

/** Whom each batch was for, how many were issued, and its codes where they are on paper. */
export function BatchesTable({ template, batches }: { template: string; batches: ListCouponBatchesResponse }) {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const { mayDownload } = usePerson()
  const path = useBrandPath()
  const format = useFormat()
  return (
    <Table
      rowKey="id"
      size="middle"
      dataSource={batches}
      scroll={{ x: 'max-content' }}
      pagination={batches.length > 20 ? { pageSize: 20 } : false}
      locale={{ emptyText: <EmptyState title={t('coupon.issue.empty')} text={t('coupon.issue.emptyText')} /> }}
      columns={[
        {
          title: t('coupon.issue.to'),
          render: (_, { segment, codes }) =>
            segment ? <Link to={path(`/segments/${segment}`)}>{t('coupon.issue.toSegment', { id: segment })}</Link> : t(codes === null ? 'coupon.issue.toList' : 'coupon.issue.toCodes'),
        },
        { title: t('coupon.issue.reached'), className: 'ww-right', render: (_, { reached }) => <Count value={reached} /> },
        { title: t('coupon.issue.issued'), className: 'ww-right', render: (_, { issued }) => <Count value={issued} /> },
        {
          title: t('common.state'),
          render: (_, { doneAt }) => (
            <StateTag tone={doneAt ? 'good' : 'water'} busy={!doneAt}>
              {t(doneAt ? 'coupon.issue.done' : 'coupon.issue.running')}
            </StateTag>
          ),
        },
        { title: t('coupon.issue.by'), render: (_, { createdBy }) => createdBy },
        { title: t('coupon.issue.at'), render: (_, { createdAt }) => format.time(createdAt) },
        {
          title: '',
          render: (_, { id, codes, doneAt }) =>
            codes !== null &&
            doneAt && (
              <Tooltip title={mayDownload ? undefined : t('coupon.issue.fileNeeds')}>
                <Button
                  type="link"
                  size="small"
                  icon={<DownloadOutlined />}
                  disabled={!mayDownload}
                  href={mayDownload ? `/api/brands/${brand}/coupon-templates/${template}/batches/${id}/codes` : undefined}
                  download
                >
                  {t('coupon.issue.file')}
                </Button>
              </Tooltip>
            ),
        },
      ]}
    />
  )
}
