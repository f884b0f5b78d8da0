import { Form, Input, InputNumber, Select } from 'antd'
import { useTranslation } from 'react-i18next'

type Name = (string | number)[]

interface Props {
  name: Name
  label: string
  hint?: string
}

/** A number of a programme; its limits are the server's to say. */
export function NumberItem({ name, label, hint, digits = 0, suffix }: Props & { digits?: number; suffix?: string }) {
  return (
    <Form.Item name={name} label={label} extra={hint}>
      <InputNumber precision={digits} suffix={suffix} style={{ width: 160 }} />
    </Form.Item>
  )
}

export function TextItem({ name, label, hint, most = 40 }: Props & { most?: number }) {
  return (
    <Form.Item name={name} label={label} extra={hint}>
      <Input maxLength={most} autoComplete="off" style={{ width: 200 }} />
    </Form.Item>
  )
}

export function ChoiceItem({ name, label, hint, options, clearable }: Props & { options: { value: string; label: string }[]; clearable?: boolean }) {
  return (
    <Form.Item name={name} label={label} extra={hint}>
      <Select style={{ minWidth: 200 }} allowClear={clearable} showSearch={{ optionFilterProp: 'label' }} options={options} />
    </Form.Item>
  )
}

/** The short name that stands in statements, and the name people read. */
export function NameItems({ at }: { at: Name }) {
  const { t } = useTranslation()
  return (
    <>
      <TextItem name={[...at, 'name']} label={t('common.name')} />
      <TextItem name={[...at, 'id']} label={t('programme.id')} hint={t('programme.idHint')} />
    </>
  )
}
