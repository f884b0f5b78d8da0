import { Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { tagOptions, useTags } from './useTags'

interface Props {
  id?: string
  value?: string
  onChange?: (tag: string | undefined) => void
  /** Only tags that carry no value. */
  plainOnly?: boolean
  disabled?: boolean
  width?: number | string
  label?: string
}

/** Chooses a tag, by group. */
export function TagSelect({ id, value, onChange, plainOnly, disabled, width = '100%', label }: Props) {
  const { t } = useTranslation()
  const { groups } = useTags()
  return (
    <Select
      id={id}
      allowClear
      disabled={disabled}
      showSearch={{ optionFilterProp: 'label' }}
      style={{ width }}
      placeholder={label ?? t('tag.choose')}
      aria-label={label ?? t('tag.choose')}
      value={value}
      options={tagOptions(groups, ({ kind }) => !plainOnly || kind === 'plain')}
      onChange={onChange}
    />
  )
}
