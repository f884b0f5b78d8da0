import { UserOutlined, WarningFilled } from '@ant-design/icons'
import { Segmented } from 'antd'
import { useTranslation } from 'react-i18next'
import { Defined } from '@/shared/components/Definition'
import styles from './CountsLegend.module.css'

const TERMS = ['entered', 'inside', 'passed', 'left', 'aside', 'goal'] as const
const ICONS: { [term: string]: React.ReactNode } = { inside: <UserOutlined aria-hidden="true" />, aside: <WarningFilled aria-hidden="true" /> }

interface Props {
  goal: boolean
  /** The version that runs; null where no other was ever gone by. */
  version: number | null
  current: boolean
  onCurrent: (current: boolean) => void
}

/** What the numbers on the steps mean, and of which versions they are. */
export function CountsLegend({ goal, version, current, onCurrent }: Props) {
  const { t } = useTranslation()
  return (
    <div className={styles.legend} aria-label={t('journeyCount.legend')} role="group" data-testid="counts-legend">
      {TERMS.filter((term) => goal || term !== 'goal').map((term) => (
        <Defined key={term} meaning={{ definition: t(`journeyCount.meaning.${term}`) }}>
          {ICONS[term]} {t(`journeyCount.terms.${term}`)}
        </Defined>
      ))}
      {version !== null && (
        <Segmented
          size="small"
          aria-label={t('journeyCount.scope')}
          value={current ? 'current' : 'all'}
          options={(['all', 'current'] as const).map((value) => ({ value, label: t(`journeyCount.scopes.${value}`, { version }) }))}
          onChange={(value) => onCurrent(value === 'current')}
        />
      )}
    </div>
  )
}
