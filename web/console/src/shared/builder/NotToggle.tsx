import { Button, Tooltip } from 'antd'
import { useTranslation } from 'react-i18next'

export function NotToggle({ negated, onChange }: { negated: boolean; onChange: (negated: boolean) => void }) {
  const { t } = useTranslation()
  return (
    <Tooltip title={t('segment.builder.notHint')}>
      <Button size="small" type={negated ? 'primary' : 'text'} danger={negated} aria-pressed={negated} onClick={() => onChange(!negated)}>
        {t('segment.builder.not')}
      </Button>
    </Tooltip>
  )
}
