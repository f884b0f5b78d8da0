import { UserOutlined, WarningFilled } from '@ant-design/icons'
import { useTranslation } from 'react-i18next'
import { useFormat } from '@/shared/hooks/useFormat'
import type { NodeNumbers } from '../api/numbers'
import { useConversion } from './useConversion'
import styles from './NodeFigures.module.css'

interface Props {
  numbers: NodeNumbers
  goal: boolean
  /** With every number in words, as there is room for it. */
  full?: boolean
}

/** How many came, are here, wait for a person, and met the goal: in a line. */
export function NodeFigures({ numbers, goal, full }: Props) {
  const { t } = useTranslation()
  const format = useFormat()
  const share = useConversion()(numbers)
  const { entered, inside, aside, left } = numbers
  if (entered === 0) return null
  return (
    <div className={`${styles.figures} ${full ? styles.full : ''}`} data-testid="step-figures">
      <span>{t('journeyCount.entered', { n: format.count(entered) })}</span>
      {inside > 0 && (
        <span className={styles.inside} data-testid="step-inside">
          {full ? t('journeyCount.inside', { n: format.count(inside) }) : <Short icon={<UserOutlined aria-hidden="true" />} n={format.count(inside)} />}
        </span>
      )}
      {aside > 0 && (
        <span className={styles.aside}>{full ? t('journeyCount.aside', { n: format.count(aside) }) : <Short icon={<WarningFilled aria-hidden="true" />} n={format.count(aside)} />}</span>
      )}
      {full && left > 0 && <span>{t('journeyCount.left', { n: format.count(left) })}</span>}
      {goal && share !== null && <span className={styles.goal}>{t('journeyCount.goal', { share })}</span>}
    </div>
  )
}

function Short({ icon, n }: { icon: React.ReactNode; n: string }) {
  return (
    <>
      {icon} {n}
    </>
  )
}
