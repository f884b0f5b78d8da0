import { DatePicker, Input, InputNumber } from 'antd'
import dayjs from 'dayjs'
import { useTranslation } from 'react-i18next'
import type { Tag } from '@/client'

interface Props {
  kind: Tag['kind']
  value: string | null
  onChange: (value: string | null) => void
}

/** What a tag carries; nothing for a plain one. */
export function TagValueInput({ kind, value, onChange }: Props) {
  const { t } = useTranslation()
  const label = t('tag.value')
  switch (kind) {
    case 'plain':
      return null
    case 'text':
      return <Input aria-label={label} placeholder={label} maxLength={200} value={value ?? ''} onChange={({ target }) => onChange(target.value || null)} />
    case 'number':
      return <InputNumber stringMode style={{ width: '100%' }} aria-label={label} placeholder={label} value={value} onChange={(number) => onChange(number === null ? null : String(number))} />
    case 'date':
      return <DatePicker style={{ width: '100%' }} aria-label={label} placeholder={label} value={value ? dayjs(value) : null} onChange={(day) => onChange(day?.format('YYYY-MM-DD') ?? null)} />
  }
}
