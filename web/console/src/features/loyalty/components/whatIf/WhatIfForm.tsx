import { Button, Form, InputNumber, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ProgrammeDefinition } from '@/client'
import { Defined } from '@/shared/components/Definition'
import { Panel } from '@/shared/components/Panel'
import { useAskWhatIf } from '../../api/useWhatIf'

const MONTHS = [3, 6, 12, 24, 36]

/** What is to be known beside the draft. Its fields stand outside the draft's form. */
export function WhatIfForm({ draft, published, onBegun }: { draft: () => ProgrammeDefinition; published: boolean; onBegun: (id: string) => void }) {
  const { t } = useTranslation()
  const [months, setMonths] = useState(12)
  const [margin, setMargin] = useState<number | null>(40)
  const [pointCost, setPointCost] = useState<number | null>(0.01)
  const ask = useAskWhatIf(onBegun)
  const start = () => ask.mutate({ definition: draft(), against: null, months, marginRate: (margin ?? 0) / 100, pointCost: pointCost ?? 0 })
  return (
    <Panel title={t('whatIf.ask')} note={published ? t('whatIf.askNote') : t('whatIf.unpublished')}>
      <div className="ww-row">
        <Form.Item label={t('whatIf.months')} htmlFor="what-if-months">
          <Select id="what-if-months" style={{ width: 120 }} value={months} onChange={setMonths} options={MONTHS.map((n) => ({ value: n, label: t('whatIf.monthsOf', { n }) }))} />
        </Form.Item>
        <Form.Item label={<Defined meaning={{ definition: t('whatIf.marginMeaning') }}>{t('whatIf.margin')}</Defined>} htmlFor="what-if-margin">
          <InputNumber id="what-if-margin" aria-label={t('whatIf.margin')} min={1} max={100} value={margin} onChange={setMargin} />
        </Form.Item>
        <Form.Item label={<Defined meaning={{ definition: t('whatIf.pointCostMeaning') }}>{t('whatIf.pointCost')}</Defined>} htmlFor="what-if-point-cost">
          <InputNumber id="what-if-point-cost" aria-label={t('whatIf.pointCost')} min={0} max={100} step={0.001} value={pointCost} onChange={setPointCost} />
        </Form.Item>
        <Button type="primary" disabled={!published || margin === null || pointCost === null} loading={ask.isPending} onClick={start}>
          {t('whatIf.start')}
        </Button>
      </div>
    </Panel>
  )
}
