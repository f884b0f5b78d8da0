import { useMutation, useQuery } from '@tanstack/react-query'
import { Alert, App, Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import { inviteToJourney, previewJourneyInvitation, type InvitationPreview, type Journey } from '@/client'
import { getJourneyCountsOptions, getJourneyOptions } from '@/client/@tanstack/react-query.gen'
import { useBrand, useBrandPath } from '@/shared/brand/BrandContext'
import { Loaded } from '@/shared/components/Loaded'
import { Count } from '@/shared/components/Numbers'
import { PageHeader } from '@/shared/components/PageHeader'
import { Panel } from '@/shared/components/Panel'
import { ProblemView } from '@/shared/components/ProblemView'
import { Stat, Stats } from '@/shared/components/Stat'
import { useFormat } from '@/shared/hooks/useFormat'
import { InviteForecastView } from '../components/InviteForecastView'
import { InviteForm } from '../components/InviteForm'

const LIVE = 3_000

/** Customers are let into a journey by hand: who would come in is seen first. */
export function InvitePage() {
  const { t } = useTranslation()
  const { id = '' } = useParams()
  const { id: brand } = useBrand()
  const path = useBrandPath()
  const journey = useQuery(getJourneyOptions({ path: { brand, id } }))
  return (
    <>
      <PageHeader
        back={{ to: path(`/journeys/${id}`), label: journey.data?.name ?? t('journey.page.back') }}
        title={t('journeyInvite.title')}
        headline={journey.data && t('journeyInvite.headline', { name: journey.data.name })}
      />
      <Loaded query={journey}>{(data) => (data.state === 'live' ? <Invitation journey={data} /> : <Alert type="warning" showIcon title={t('journeyInvite.notRunning')} />)}</Loaded>
    </>
  )
}

/** @property key the same for one batch, however often it is sent. */
interface Looked {
  whom: InvitationPreview
  key: string
}

function Invitation({ journey }: { journey: Journey }) {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const { modal } = App.useApp()
  const format = useFormat()
  const [looked, setLooked] = useState<Looked | null>(null)
  const preview = useMutation({
    mutationFn: async (whom: InvitationPreview) => (await previewJourneyInvitation({ path: { brand, id: journey.id }, body: whom })).data,
    onSuccess: (_, whom) => setLooked({ whom, key: crypto.randomUUID() }),
  })
  const invite = useMutation({
    mutationFn: async ({ whom, key }: Looked) => (await inviteToJourney({ path: { brand, id: journey.id }, body: { ...whom, key, context: null } })).data,
  })
  const before = useQuery(getJourneyCountsOptions({ path: { brand, id: journey.id } })).data?.entered
  const forecast = looked && preview.data
  function again() {
    setLooked(null)
    preview.reset()
    invite.reset()
  }
  if (invite.data) return <Result journey={journey} invited={invite.data.customers} before={before} onAgain={again} />
  return (
    <div className="ww-split">
      <Panel title={t('journeyInvite.who')}>
        <InviteForm
          busy={preview.isPending}
          onChange={() => setLooked(null)}
          onLook={(whom) => preview.mutate(whom)}
        />
        {preview.error && <ProblemView error={preview.error} compact />}
      </Panel>
      <Panel title={t('journeyInvite.forecast')}>
        {forecast ? (
          <>
            <InviteForecastView forecast={forecast} />
            {invite.error && <ProblemView error={invite.error} compact />}
            <Button
              type="primary"
              size="large"
              data-testid="invite"
              disabled={forecast.enter === 0}
              loading={invite.isPending}
              onClick={() =>
                void modal.confirm({
                  title: t('journeyInvite.confirmTitle', { n: format.exact(forecast.enter), name: journey.name }),
                  content: t('journeyInvite.confirmText'),
                  okText: t('journeyInvite.confirm', { n: format.exact(forecast.enter) }),
                  onOk: () => invite.mutateAsync(looked).catch(() => undefined),
                })
              }
            >
              {t('journeyInvite.confirm', { n: format.exact(forecast.enter) })}
            </Button>
          </>
        ) : (
          <p className="ww-muted">{t('journeyInvite.none')}</p>
        )}
      </Panel>
    </div>
  )
}

function Result({ journey, invited, before, onAgain }: { journey: Journey; invited: number; before: number | undefined; onAgain: () => void }) {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const path = useBrandPath()
  const format = useFormat()
  const [from] = useState(before)
  const counts = useQuery({ ...getJourneyCountsOptions({ path: { brand, id: journey.id } }), refetchInterval: LIVE }).data
  return (
    <Panel title={t('journeyInvite.done', { n: format.exact(invited) })}>
      <div data-testid="invited">
        <p>{t('journeyInvite.doneText')}</p>
        {counts && from !== undefined && (
          <Stats>
            <Stat big label={t('journeyInvite.entered')} value={<Count value={Math.max(0, counts.entered - from)} />} />
          </Stats>
        )}
        <div className="ww-row" style={{ marginTop: 16 }}>
          <Link to={path(`/journeys/${journey.id}`)}>
            <Button type="primary">{t('journeyInvite.open')}</Button>
          </Link>
          <Button onClick={onAgain}>{t('journeyInvite.again')}</Button>
        </div>
      </div>
    </Panel>
  )
}
