import { Button, Typography } from 'antd'
import { useTranslation } from 'react-i18next'
import { problemOf } from '../api/problem'
import { useProblemWords } from '../hooks/useProblemWords'
import styles from './StateView.module.css'

interface Props {
  error: unknown
  onRetry?: () => void
  compact?: boolean
}

/** Says what happened, what to do, and the code and trace id a colleague can look up. */
export function ProblemView({ error, onRetry, compact }: Props) {
  const { t } = useTranslation()
  const problem = problemOf(error)
  const words = useProblemWords()(problem)
  const mayRetry = onRetry && problem.status !== 403 && problem.status !== 404
  return (
    <div role="alert" className={compact ? styles.compact : styles.state} data-code={problem.code}>
      {!compact && <Ripple broken />}
      <h3 className={styles.title}>{words.title}</h3>
      <p className={styles.text}>{words.text}</p>
      {problem.errors?.map(({ pointer, detail }) => (
        <p key={pointer + detail} className={styles.text}>
          <code>{pointer}</code> {detail}
        </p>
      ))}
      <p className={styles.code}>
        <span>
          {t('problem.code')} <code>{problem.code}</code>
        </span>
        {problem.traceId && (
          <span>
            {t('problem.trace')}{' '}
            <Typography.Text code copyable={{ tooltips: [t('common.copy'), t('common.copied')] }}>
              {problem.traceId}
            </Typography.Text>
          </span>
        )}
      </p>
      {mayRetry && <Button onClick={onRetry}>{t('common.retry')}</Button>}
    </div>
  )
}

export function Ripple({ broken }: { broken?: boolean }) {
  return (
    <svg className={styles.ripple} viewBox="0 0 120 60" aria-hidden="true">
      <circle cx="60" cy="20" r="5" fill={broken ? 'var(--ww-accent)' : 'var(--ww-primary)'} />
      {[14, 28, 44].map((radius, ring) => (
        <ellipse
          key={radius}
          cx="60"
          cy="42"
          rx={radius}
          ry={radius / 3.4}
          fill="none"
          stroke="var(--ww-primary)"
          strokeWidth="1.5"
          strokeDasharray={broken ? '5 5' : undefined}
          opacity={0.55 - ring * 0.16}
        />
      ))}
    </svg>
  )
}
