import { App, Button, Form, Tabs } from 'antd'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Programme, ProgrammeDefinition, ProgrammeJudged } from '@/client'
import { PageHeader } from '@/shared/components/PageHeader'
import { useReport } from '@/shared/hooks/useReport'
import { useUrlFilters } from '@/shared/hooks/useUrlFilters'
import { useWide } from '@/shared/hooks/useWide'
import { answersOf, definitionOf, type ProgrammeAnswers } from '../../api/programme'
import { usePlaceFaults } from '../../api/usePlaceFaults'
import { useProgramme } from '../../api/useProgramme'
import { FaultsAlert } from './FaultsAlert'
import { PlansSection } from './PlansSection'
import { PointsSection } from './PointsSection'
import { ReadingPanel } from './ReadingPanel'
import { RulesSection } from './RulesSection'
import { TiersSection } from './TiersSection'
import { WhatIfPanel } from '../whatIf/WhatIfPanel'
import { VersionsPanel } from './VersionsPanel'

const FILTERS = ['tab'] as const

/**
 * The draft as a form beside how it reads; what keeps it from being published stands at its fields. On a wide screen
 * it is tried on the past beside the form too, on others in a tab.
 */
export function ProgrammeEditor({ programme }: { programme: Programme }) {
  const { t } = useTranslation()
  const { modal } = App.useApp()
  const report = useReport()
  const { filters, set } = useUrlFilters(FILTERS)
  const [form] = Form.useForm<ProgrammeAnswers>()
  const place = usePlaceFaults(form)
  const [judged, setJudged] = useState<ProgrammeJudged>(programme)
  const [changed, setChanged] = useState(false)
  const { save, check, publish } = useProgramme()
  const wide = useWide()
  const tab = filters.tab && !(wide && filters.tab === 'whatIf') ? filters.tab : 'earn'
  const open = (tab: string) => set({ tab: tab === 'earn' ? null : tab })
  const { version, draft } = programme
  const state = version === null ? (draft ? 'draft' : 'none') : programme.differs ? 'differs' : 'same'

  useEffect(() => place(judged.faults), [judged, place])

  const told = () => definitionOf(form.getFieldsValue())
  const keep = (definition: ProgrammeDefinition, after?: () => void) =>
    save.mutate(definition, {
      onSuccess: (saved) => {
        setJudged(saved)
        setChanged(false)
        after?.()
      },
    })
  const look = () =>
    check.mutate(told(), {
      onSuccess: (found) => {
        setJudged(found)
        if (found.faults.length === 0) report.done(t('programme.sound'))
      },
    })

  function take(definition: ProgrammeDefinition) {
    keep(definition, () => {
      form.setFieldsValue(answersOf(definition))
      open('earn')
    })
  }

  function confirmPublish() {
    modal.confirm({
      title: t('programme.publishTitle'),
      content: t('programme.publishText'),
      okText: t('programme.publish'),
      onOk: () => publish.mutateAsync().catch(() => undefined),
    })
  }

  const whatIf = <WhatIfPanel draft={told} published={version !== null} />
  const mayPublish = !changed && draft !== null && programme.faults.length === 0 && (programme.differs || version === null)
  return (
    <>
      <PageHeader
        title={t('programme.title')}
        headline={t(`programme.headline.${state}`, { version: version ?? 0 })}
        actions={
          <>
            <Button loading={check.isPending} onClick={look}>
              {t('programme.check')}
            </Button>
            <Button type={mayPublish ? 'default' : 'primary'} loading={save.isPending} onClick={() => keep(told())}>
              {t('programme.save')}
            </Button>
            <Button type={mayPublish ? 'primary' : 'default'} disabled={!mayPublish} title={changed ? t('programme.unsaved') : undefined} loading={publish.isPending} onClick={confirmPublish}>
              {t('programme.publish')}
            </Button>
          </>
        }
      />
      <div className="ww-stack">
        <FaultsAlert faults={judged.faults} warnings={judged.warnings} onOpen={open} />
        <div className={wide ? 'ww-split' : tab === 'whatIf' ? undefined : 'ww-split-wide'}>
          <Form<ProgrammeAnswers> form={form} layout="vertical" initialValues={answersOf(draft)} onValuesChange={() => setChanged(true)}>
            <Tabs
              activeKey={tab}
              onChange={open}
              items={[
                { key: 'earn', label: t('programme.tabs.earn'), forceRender: true, children: <RulesSection /> },
                { key: 'points', label: t('programme.tabs.points'), forceRender: true, children: <PointsSection /> },
                { key: 'tiers', label: t('programme.tabs.tiers'), forceRender: true, children: <TiersSection /> },
                { key: 'plans', label: t('programme.tabs.plans'), forceRender: true, children: <PlansSection /> },
                ...(wide ? [] : [{ key: 'whatIf', label: t('programme.tabs.whatIf'), children: whatIf }]),
                { key: 'versions', label: t('programme.tabs.versions'), children: <VersionsPanel current={version} onTake={take} /> },
              ]}
            />
          </Form>
          {wide ? (
            <div className="ww-stack ww-beside" data-testid="programme-beside">
              <ReadingPanel reading={judged.reading} />
              <Form component={false} layout="vertical">
                {whatIf}
              </Form>
            </div>
          ) : (
            tab !== 'whatIf' && <ReadingPanel reading={judged.reading} />
          )}
        </div>
      </div>
    </>
  )
}
