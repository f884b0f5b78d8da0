import { useQuery } from '@tanstack/react-query'
import { Input, Tabs } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import type { Journey, JourneyDefinition, NewJourney } from '@/client'
import { getJourneyCountsOptions, getJourneyOptions } from '@/client/@tanstack/react-query.gen'
import { useBrand, useBrandPath } from '@/shared/brand/BrandContext'
import { Loaded } from '@/shared/components/Loaded'
import { PageHeader } from '@/shared/components/PageHeader'
import { useUrlFilters } from '@/shared/hooks/useUrlFilters'
import { drawable } from '../api/drawable'
import { same } from '../api/diff'
import { useHistory } from '../api/useHistory'
import { useJudged } from '../api/useJudged'
import { DesignPanel } from '../components/DesignPanel'
import { JourneyButtons } from '../components/JourneyButtons'
import { JourneyHeadline } from '../components/JourneyHeadline'
import { LeaveGuard } from '../components/LeaveGuard'
import { PeoplePanel } from '../components/PeoplePanel'
import { ResultPanel } from '../components/ResultPanel'
import { SimulatePanel } from '../components/SimulatePanel'
import { VersionsPanel } from '../components/VersionsPanel'

const FILTERS = ['tab'] as const
const LIVE = 8_000

export function JourneyPage() {
  const { id = '' } = useParams()
  const { id: brand } = useBrand()
  const journey = useQuery({ ...getJourneyOptions({ path: { brand, id } }), refetchOnWindowFocus: false })
  return (
    <Loaded query={journey} rows={8}>
      {(data) => <Editor key={data.id} journey={data} />}
    </Loaded>
  )
}

/** What is drawn stays here while one looks at the other tabs, until it is saved. */
function Editor({ journey }: { journey: Journey }) {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const path = useBrandPath()
  const { filters, set } = useUrlFilters(FILTERS)
  const history = useHistory<JourneyDefinition>(drawable(journey.definition))
  const [name, setName] = useState(journey.name)
  const [selected, setSelected] = useState<string | null>(null)
  const [tried, setTried] = useState(false)
  const judged = useJudged(history.now, journey.id)
  const counts = useQuery({
    ...getJourneyCountsOptions({ path: { brand, id: journey.id } }),
    enabled: journey.version !== null,
    refetchInterval: journey.state === 'live' ? LIVE : false,
  }).data
  const dirty = name !== journey.name || !same(history.now, drawable(journey.definition))
  const unsaved: NewJourney | null = dirty ? { name: name.trim(), description: journey.description, definition: history.now } : null
  const tab = filters.tab ?? 'design'
  const items = [
    {
      key: 'design',
      children: (
        <>
          <Input
            style={{ maxWidth: 420, marginBottom: 12 }}
            maxLength={100}
            aria-label={t('common.name')}
            status={name.trim() ? undefined : 'error'}
            placeholder={t('journey.page.nameMissing')}
            value={name}
            onChange={({ target }) => setName(target.value)}
          />
          <DesignPanel id={journey.id} history={history} judged={judged} counts={counts} version={journey.version} selected={selected} onSelect={setSelected} />
        </>
      ),
    },
    { key: 'simulate', children: <SimulatePanel journey={journey.id} definition={history.now} sound={judged.sound} onTried={() => setTried(true)} /> },
    { key: 'result', children: <ResultPanel journey={history.now} counts={counts} /> },
    { key: 'people', children: <PeoplePanel journey={journey} /> },
    {
      key: 'versions',
      children: (
        <VersionsPanel
          journey={journey}
          draft={history.now}
          onRestore={(definition) => {
            history.edit(drawable(definition))
            setSelected(null)
            set({ tab: null })
          }}
        />
      ),
    },
  ] as const
  return (
    <>
      <PageHeader
        back={{ to: path('/journeys'), label: t('journey.page.back') }}
        title={journey.name}
        headline={<JourneyHeadline journey={journey} counts={counts} wrong={judged.count ?? journey.faults.length} unsaved={dirty} />}
        actions={<JourneyButtons journey={journey} drawn={history.now} unsaved={unsaved} judged={judged} counts={counts} tried={tried} />}
      />
      <LeaveGuard unsaved={dirty} />
      <Tabs
        activeKey={tab}
        onChange={(key) => set({ tab: key === 'design' ? null : key })}
        items={items.map((item) => ({ ...item, label: t(`journey.page.tabs.${item.key}`) }))}
      />
    </>
  )
}
