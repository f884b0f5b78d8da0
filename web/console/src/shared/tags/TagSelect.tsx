import { Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { useTags } from './useTags'

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
      options={groups.map((group) => ({
        label: group.name,
        title: group.name,
        options: group.tags.filter(({ kind }) => !plainOnly || kind === 'plain').map((tag) => ({ value: tag.id, label: tag.name })),
      }))}
      onChange={onChange}
    />
  )
}
