import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Flex, Form, InputNumber } from 'antd'
import { useTranslation } from 'react-i18next'
import { updateGrantLimit, type GrantLimit } from '@/client'
import { getGrantLimitOptions, getGrantLimitQueryKey } from '@/client/@tanstack/react-query.gen'
import { useBrand, usePerson } from '@/shared/brand/BrandContext'
import { Loaded } from '@/shared/components/Loaded'
import { Panel } from '@/shared/components/Panel'
import { useFieldFaults } from '@/shared/hooks/useFieldFaults'
import { useReport } from '@/shared/hooks/useReport'

const LIMITS = ['points', 'coupons', 'tierDays'] as const

/** Above what a second person is needed; only administrators say so. */
export function GrantLimitPanel() {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const limit = useQuery(getGrantLimitOptions({ path: { brand } }))
  return (
    <Panel title={t('grant.limit.title')} note={t('grant.limit.note')}>
      <Loaded query={limit} rows={1}>
        {(data) => <LimitForm limit={data} />}
      </Loaded>
    </Panel>
  )
}

function LimitForm({ limit }: { limit: GrantLimit }) {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const { role } = usePerson()
  const report = useReport()
  const queries = useQueryClient()
  const [form] = Form.useForm<GrantLimit>()
  const at = { path: { brand } }
  const save = useMutation({
    mutationFn: ({ points, coupons, tierDays }: GrantLimit) => updateGrantLimit({ ...at, body: { points: points ?? null, coupons: coupons ?? null, tierDays: tierDays ?? null } }),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: getGrantLimitQueryKey(at) })
      report.done(t('grant.limit.saved'))
    },
    onError: useFieldFaults(form),
  })
  return (
    <Form form={form} layout="vertical" initialValues={limit} disabled={role !== 'admin'} onFinish={(answers) => save.mutate(answers)}>
      <Flex wrap align="end" gap="0 16px">
        {LIMITS.map((limited) => (
          <Form.Item key={limited} name={limited} label={t(`grant.limit.${limited}`)}>
            <InputNumber min={0} precision={0} placeholder={t('grant.limit.none')} style={{ width: 160 }} />
          </Form.Item>
        ))}
        <Form.Item>
          <Button type="primary" htmlType="submit" loading={save.isPending}>
            {t('common.save')}
          </Button>
        </Form.Item>
      </Flex>
    </Form>
  )
}
