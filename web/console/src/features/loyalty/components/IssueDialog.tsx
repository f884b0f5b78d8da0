import { useQuery } from '@tanstack/react-query'
import { Form, Modal, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { CouponTemplate } from '@/client'
import { listSegmentsOptions } from '@/client/@tanstack/react-query.gen'
import { useBrand, useBrandPath } from '@/shared/brand/BrandContext'
import { useFieldFaults } from '@/shared/hooks/useFieldFaults'
import { useFormat } from '@/shared/hooks/useFormat'
import { useStartBatch } from '../api/useStartBatch'
import { ForecastWords } from './ForecastWords'

/** Issues to a segment, once it is seen whom that reaches and what it costs at most. */
export function IssueDialog({ template, onClose }: { template: CouponTemplate; onClose: () => void }) {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const path = useBrandPath()
  const format = useFormat()
  const [form] = Form.useForm<{ segment: string }>()
  const chosen = Form.useWatch('segment', form)
  const faults = useFieldFaults(form)
  const segments = useQuery(listSegmentsOptions({ path: { brand } })).data
  const start = useStartBatch(template.id, onClose)
  const segment = segments?.find(({ id }) => id === chosen)
  return (
    <Modal
      open
      title={t('coupon.issue.title')}
      okText={t('coupon.issue.submit')}
      okButtonProps={{ disabled: !segment }}
      confirmLoading={start.isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      <p className="ww-muted">{t('coupon.issue.text')}</p>
      <Form form={form} layout="vertical" onFinish={(wish) => start.mutate(wish, { onError: faults })}>
        <Form.Item name="segment" label={t('coupon.issue.segment')} extra={segments?.length === 0 && <Link to={path('/segments/new')}>{t('coupon.issue.noSegment')}</Link>}>
          <Select
            showSearch={{ optionFilterProp: 'title' }}
            options={(segments ?? []).map(({ id, name, count }) => ({
              value: id,
              title: name,
              label: count == null ? name : `${name} · ${t('segment.builder.people', { n: format.count(count) })}`,
            }))}
          />
        </Form.Item>
      </Form>
      {segment && <ForecastWords template={template} people={segment.count} />}
    </Modal>
  )
}
