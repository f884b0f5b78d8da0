import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Form, Input, Popconfirm, Typography } from 'antd'
import { useTranslation } from 'react-i18next'
import { publishMemberTerms, type MemberTermsVersion } from '@/client'
import { listMemberTermsQueryKey } from '@/client/@tanstack/react-query.gen'
import { useBrand, usePerson } from '@/shared/brand/BrandContext'
import { useFieldFaults } from '@/shared/hooks/useFieldFaults'
import { useReport } from '@/shared/hooks/useReport'

interface Texts {
  zh: string
  en: string
}

/** The text that the next version begins from; only administrators publish it. */
export function TermsForm({ current }: { current: MemberTermsVersion | undefined }) {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const { role } = usePerson()
  const report = useReport()
  const queries = useQueryClient()
  const [form] = Form.useForm<Texts>()
  const publish = useMutation({
    mutationFn: ({ zh, en }: Texts) => publishMemberTerms({ path: { brand }, body: { zh, en } }),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: listMemberTermsQueryKey({ path: { brand } }) })
      report.done(t('memberTerms.published'))
    },
    onError: useFieldFaults(form),
  })
  const rules = [{ required: true, whitespace: true, min: 20, message: t('memberTerms.missing') }]
  return (
    <Form<Texts> form={form} layout="vertical" disabled={role !== 'admin'} initialValues={{ zh: current?.zh, en: current?.en }} onFinish={(texts) => publish.mutate(texts)}>
      <Typography.Paragraph type="secondary">{role === 'admin' ? t('memberTerms.hint') : t('memberTerms.adminOnly')}</Typography.Paragraph>
      <Form.Item name="zh" label={t('memberTerms.zh')} rules={rules}>
        <Input.TextArea autoSize={{ minRows: 6, maxRows: 18 }} maxLength={20_000} />
      </Form.Item>
      <Form.Item name="en" label={t('memberTerms.en')} rules={rules}>
        <Input.TextArea autoSize={{ minRows: 6, maxRows: 18 }} maxLength={20_000} />
      </Form.Item>
      <Popconfirm title={t('memberTerms.publishTitle')} onConfirm={form.submit} disabled={role !== 'admin'}>
        <Button type="primary" loading={publish.isPending}>
          {t('memberTerms.publish')}
        </Button>
      </Popconfirm>
    </Form>
  )
}
