import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Form, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { listCustomerListsOptions } from '@/client/@tanstack/react-query.gen'
import { useBrand, useBrandPath } from '@/shared/brand/BrandContext'
import { useChannelChoices } from '../api/useChannelChoices'

/** Static lists whose customers are not written to. */
export function SuppressionLists() {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const path = useBrandPath()
  const channels = useChannelChoices()
  const lists = useQuery(listCustomerListsOptions({ path: { brand } })).data
  const choices = (lists ?? []).filter(({ state }) => state === 'ready').map(({ id, name }) => ({ value: id, label: name }))
  return (
    <Form.Item
      label={t('touch.policy.lists')}
      extra={lists && choices.length === 0 ? <Link to={path('/lists/new')}>{t('touch.policy.listsNone')}</Link> : t('touch.policy.listsHint')}
    >
      <Form.List name="suppressionLists">
        {(fields, { add, remove }) => (
          <>
            {fields.map(({ key, name }) => (
              <div className="ww-row" key={key} style={{ marginBottom: 8, flexWrap: 'wrap' }}>
                <Form.Item name={[name, 'list']} noStyle rules={[{ required: true, message: t('touch.policy.missing') }]}>
                  <Select aria-label={t('touch.policy.list')} placeholder={t('touch.policy.list')} options={choices} style={{ width: 260 }} />
                </Form.Item>
                <Form.Item name={[name, 'channel']} noStyle>
                  <Select allowClear aria-label={t('touch.policy.capChannel')} placeholder={t('touch.policy.anyChannel')} options={channels} style={{ width: 150 }} />
                </Form.Item>
                <Button type="text" icon={<DeleteOutlined />} aria-label={t('touch.policy.removeList', { n: name + 1 })} onClick={() => remove(name)} />
              </div>
            ))}
            <Button icon={<PlusOutlined />} disabled={choices.length === 0} onClick={() => add({ channel: null })}>
              {t('touch.policy.addList')}
            </Button>
          </>
        )}
      </Form.List>
    </Form.Item>
  )
}
