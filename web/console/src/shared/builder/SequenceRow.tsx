import { CloseOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, InputNumber } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { SequenceDraft } from './draft'
import { MOST_STEPS, newEventFilter, type EventFilterDraft } from './eventDraft'
import { EventFilterEditor } from './EventFilterEditor'
import { RowFrame } from './RowFrame'
import { WindowEditor } from './WindowEditor'
import styles from './Behaviour.module.css'

/** One event after the other within some days, and without another. */
export function SequenceRow({ row, onChange }: { row: SequenceDraft; onChange: (next: SequenceDraft | null) => void }) {
  const { t } = useTranslation()
  const single = row.steps.length === 1
  const replace = (id: string, next: EventFilterDraft | null) =>
    onChange({ ...row, steps: row.steps.flatMap((step) => (step.id === id ? (next ? [next] : []) : [step])) })
  return (
    <RowFrame row={row} onChange={onChange}>
      <div className={styles.condition}>
        {row.steps.map((step, index) => (
          <Step key={step.id} label={t(index === 0 ? 'behaviour.first' : 'behaviour.then')} onRemove={single ? undefined : () => replace(step.id, null)}>
            <EventFilterEditor filter={step} onChange={(next) => replace(step.id, next)} />
          </Step>
        ))}
        {row.without && (
          <Step label={t(single ? 'behaviour.withoutAfter' : 'behaviour.without')} onRemove={() => onChange({ ...row, without: null })}>
            <EventFilterEditor filter={row.without} onChange={(without) => onChange({ ...row, without })} />
          </Step>
        )}
        <div className={styles.line}>
          {row.steps.length < MOST_STEPS && (
            <Button type="link" size="small" icon={<PlusOutlined />} onClick={() => onChange({ ...row, steps: [...row.steps, newEventFilter()] })}>
              {t('behaviour.addStep')}
            </Button>
          )}
          {!row.without && (
            <Button type="link" size="small" icon={<PlusOutlined />} onClick={() => onChange({ ...row, without: newEventFilter() })}>
              {t(single ? 'behaviour.withoutAfter' : 'behaviour.without')}
            </Button>
          )}
        </div>
        {single && !row.without && <p className="ww-muted ww-small">{t('behaviour.withoutNeeded')}</p>}
        <div className={styles.line}>
          <span className="ww-muted">{t('behaviour.within')}</span>
          <InputNumber
            style={{ width: 110 }}
            min={1}
            precision={0}
            suffix={t('segment.builder.days')}
            aria-label={t('behaviour.within')}
            value={row.withinDays}
            onChange={(withinDays) => onChange({ ...row, withinDays })}
          />
          <WindowEditor window={row.window} onChange={(window) => onChange({ ...row, window })} />
        </div>
      </div>
    </RowFrame>
  )
}

function Step({ label, onRemove, children }: { label: string; onRemove?: () => void; children: ReactNode }) {
  const { t } = useTranslation()
  return (
    <div className={styles.step} data-testid="sequence-step">
      <span className={styles.label}>{label}</span>
      {children}
      {onRemove && <Button type="text" size="small" icon={<CloseOutlined />} aria-label={t('behaviour.removeStep')} onClick={onRemove} />}
    </div>
  )
}
