import { Button, Form, InputNumber, Radio, Switch } from 'antd'
import { useTranslation } from 'react-i18next'
import { saveSharingRule, type SharingRule } from '@/client'
import { listSharingRulesQueryKey } from '@/client/@tanstack/react-query.gen'
import { useBrand } from '@/shared/brand/BrandContext'
import { Panel } from '@/shared/components/Panel'
import { useFieldFaults } from '@/shared/hooks/useFieldFaults'
import { useChange } from '../api/useChange'

type Answers = Omit<SharingRule, 'kind'>

/** What holds for one kind of account from now on. */
export function SharingRulePanel({ rule }: { rule: SharingRule }) {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const { kind } = rule
  const [form] = Form.useForm<Answers>()
  const faults = useFieldFaults(form)
  const save = useChange(
    (answers: Answers) => saveSharingRule({ path: { brand }, body: { ...answers, kind } }),
    [listSharingRulesQueryKey({ path: { brand } })],
    ({ active }) => t(active ? 'sharing.savedOn' : 'sharing.savedOff', { kind: t(`sharing.kinds.${kind}`) }),
  )
  return (
    <Panel title={t(`sharing.kinds.${kind}`)} note={t(`sharing.kindNotes.${kind}`)} label={t(`sharing.kinds.${kind}`)}>
      <Form<Answers> name={kind} form={form} layout="vertical" initialValues={rule} onFinish={(answers) => save.mutate(answers, { onError: faults })}>
        <Form.Item name="active" label={t('sharing.active')} extra={t('sharing.activeHint')} valuePropName="checked">
          <Switch />
        </Form.Item>
        <Form.Item name="most" label={t('sharing.most')} extra={t('sharing.mostHint')} rules={[{ required: true, message: t('common.required') }]}>
          <InputNumber min={1} precision={0} style={{ width: 120 }} />
        </Form.Item>
        <Form.Item name="everybodySpends" label={t('sharing.spends')}>
          <Radio.Group
            options={[
              { value: true, label: t('sharing.everybody') },
              { value: false, label: t('sharing.holderAlone') },
            ]}
          />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={save.isPending}>
          {t('common.save')}
        </Button>
      </Form>
    </Panel>
  )
}
