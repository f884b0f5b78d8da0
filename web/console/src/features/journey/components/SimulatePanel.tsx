import { useMutation } from '@tanstack/react-query'
import { Alert, Button, InputNumber, Table } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { simulateJourney, type JourneyDefinition, type SimulationCounts } from '@/client'
import { useBrand, useBrandPath } from '@/shared/brand/BrandContext'
import { Count } from '@/shared/components/Numbers'
import { Panel } from '@/shared/components/Panel'
import { ProblemView } from '@/shared/components/ProblemView'
import { Stat, Stats } from '@/shared/components/Stat'
import { useFormat } from '@/shared/hooks/useFormat'
import { nodeOf, walk } from '@/shared/journey/graph'
import { useExitWords, useStepWords } from '@/shared/journey/useStepWords'
import { Bars } from './Bars'

interface Props {
  journey: string
  definition: JourneyDefinition
  /** Whether the server found nothing wrong with it. */
  sound: boolean
  onTried: () => void
}

/** Whom the draft would have touched in the last days. */
export function SimulatePanel({ journey, definition, sound, onTried }: Props) {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const [days, setDays] = useState(30)
  const simulation = useMutation({
    mutationFn: async (asked: { days: number; definition: JourneyDefinition }) => ({ ...asked, counts: (await simulateJourney({ path: { brand }, body: { ...asked, journey } })).data }),
    onSuccess: onTried,
  })
  const told = simulation.data
  return (
    <div className="ww-stack">
      <Panel title={t('journeyOutcome.simulate.title')} note={t('journeyOutcome.simulate.note')}>
        <div className="ww-row">
          <InputNumber min={1} max={90} precision={0} prefix={t('journeyOutcome.simulate.days')} aria-label={t('journeyOutcome.simulate.days')} style={{ width: 180 }} value={days} onChange={(next) => setDays(next ?? 1)} />
          <Button type="primary" data-testid="simulate" disabled={!sound} loading={simulation.isPending} onClick={() => simulation.mutate({ days, definition })}>
            {t(told ? 'journeyOutcome.simulate.again' : 'journeyOutcome.simulate.run')}
          </Button>
          {!sound && <span className="ww-muted">{t('journeyOutcome.simulate.wrong')}</span>}
        </div>
        {simulation.error && <ProblemView error={simulation.error} compact />}
      </Panel>
      {told && <Told days={told.days} definition={told.definition} counts={told.counts} />}
    </div>
  )
}

function Told({ days, definition, counts }: { days: number; definition: JourneyDefinition; counts: SimulationCounts }) {
  const { t } = useTranslation()
  const format = useFormat()
  const perDay = Object.entries(counts.perDay).sort(([a], [b]) => (a < b ? -1 : 1))
  const perCustomer = Object.entries(counts.perCustomer).sort(([a], [b]) => Number(a) - Number(b))
  if (counts.entered === 0) return <Alert type="info" showIcon data-testid="simulation-words" title={t('journeyOutcome.simulate.nobody', { days })} />
  return (
    <>
      <Panel>
        <p data-testid="simulation-words" style={{ fontSize: 16 }}>
          {t('journeyOutcome.simulate.summary', {
            days,
            customers: format.exact(counts.customers),
            entered: format.exact(counts.entered),
            messages: format.exact(counts.messages),
            most: format.exact(counts.mostMessages),
          })}{' '}
          {definition.goal && t('journeyOutcome.simulate.goals', { n: format.exact(counts.goals) })}
        </p>
        <Stats>
          <Stat label={t('journeyOutcome.simulate.customers')} value={<Count value={counts.customers} />} />
          <Stat label={t('journeyOutcome.simulate.messages')} value={<Count value={counts.messages} />} />
          <Stat label={t('journeyOutcome.simulate.most')} value={<Count value={counts.mostMessages} />} />
          <Stat label={t('journeyOutcome.simulate.control')} value={<Count value={counts.control} />} />
          <Stat label={t('journeyOutcome.simulate.ended')} value={<Count value={counts.ended} />} />
        </Stats>
        <p className="ww-muted ww-small" style={{ margin: '12px 0 0' }}>
          {t('journeyOutcome.simulate.assumed')} {!counts.complete && <strong>{t('journeyOutcome.simulate.partial')}</strong>}
        </p>
      </Panel>
      <div className="ww-split">
        <Panel title={t('journeyOutcome.simulate.perDay')}>
          <Bars label={t('journeyOutcome.simulate.perDay')} bars={perDay.map(([day, n]) => ({ name: day, value: n, words: t('journeyOutcome.simulate.on', { day: format.day(day), n: format.exact(n) }) }))} />
        </Panel>
        <Panel title={t('journeyOutcome.simulate.perCustomer')}>
          <Bars named label={t('journeyOutcome.simulate.perCustomer')} bars={perCustomer.map(([times, n]) => ({ name: t('journeyOutcome.simulate.times', { n: times }), value: n, words: `${t('journeyOutcome.simulate.times', { n: times })}: ${format.exact(n)}` }))} />
        </Panel>
      </div>
      <Steps definition={definition} counts={counts} />
      <Samples definition={definition} counts={counts} />
    </>
  )
}

function Steps({ definition, counts }: { definition: JourneyDefinition; counts: SimulationCounts }) {
  const { t } = useTranslation()
  const words = useStepWords()
  const exitWords = useExitWords()
  const rows = walk(definition).flatMap(({ id, step }) =>
    Object.entries(counts.nodes)
      .filter(([key]) => key === id || key.startsWith(`${id} `))
      .map(([key, n]) => ({ key, step: words(step), exit: key === id ? '' : exitWords(key.slice(id.length + 1)), n })),
  )
  return (
    <Panel flush title={t('journeyOutcome.simulate.steps')}>
      <Table
        size="small"
        rowKey="key"
        pagination={false}
        scroll={{ x: 'max-content' }}
        dataSource={rows}
        columns={[
          { title: t('journeyOutcome.simulate.step'), dataIndex: 'step' },
          { title: t('journeyOutcome.simulate.exit'), dataIndex: 'exit' },
          { title: t('journeyOutcome.simulate.passed'), className: 'ww-right', render: (_, { n }) => <Count value={n} /> },
        ]}
      />
    </Panel>
  )
}

function Samples({ definition, counts }: { definition: JourneyDefinition; counts: SimulationCounts }) {
  const { t } = useTranslation()
  const path = useBrandPath()
  const format = useFormat()
  const words = useStepWords()
  const exitWords = useExitWords()
  if (counts.samples.length === 0) return null
  return (
    <Panel title={t('journeyOutcome.simulate.samples')}>
      <ul style={{ margin: 0, paddingLeft: 18 }}>
        {counts.samples.map(({ customerNo, enteredAt, steps }) => (
          <li key={`${customerNo} ${enteredAt}`} style={{ marginBottom: 6 }}>
            <Link to={path(`/customers/${customerNo}`)}>{t('customer.profile.no', { no: customerNo })}</Link>{' '}
            {steps
              .map(({ at, node, exit }) => {
                const step = nodeOf(definition, node)?.step
                return `${format.time(at)} ${step ? words(step) : node}${exit && exit !== 'next' ? ` (${exitWords(exit)})` : ''}`
              })
              .join(' → ')}
          </li>
        ))}
      </ul>
    </Panel>
  )
}
