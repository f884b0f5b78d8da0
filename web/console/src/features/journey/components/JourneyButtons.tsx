import { App, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Journey, JourneyCounts, JourneyDefinition, NewJourney } from '@/client'
import { useBrandPath } from '@/shared/brand/BrandContext'
import { useFormat } from '@/shared/hooks/useFormat'
import { useReading } from '@/shared/hooks/useReading'
import { actionsIn, type Action } from '../api/state'
import { useJourneyActions } from '../api/useJourneyActions'
import type { Judgement } from '../api/useJudged'

interface Props {
  journey: Journey
  drawn: JourneyDefinition
  unsaved: NewJourney | null
  judged: Judgement
  counts: JourneyCounts | undefined
  tried: boolean
}

/** What can be done with the journey now; what reaches people says whom before it is done. */
export function JourneyButtons({ journey, drawn, unsaved, judged, counts, tried }: Props) {
  const { t } = useTranslation()
  const { modal } = App.useApp()
  const format = useFormat()
  const path = useBrandPath()
  const readAloud = useReading()
  const { save, publish, act, remove } = useJourneyActions(journey.id)
  const quietly = (done: Promise<unknown>) => done.catch(() => undefined)
  const inside = format.exact(counts?.inside ?? 0)
  const { reading } = judged
  const heldOut = drawn.nodes.some(({ step }) => step.type === 'holdout')

  const run: Record<Action, () => void> = {
    publish: () =>
      void modal.confirm({
        title: t('journey.page.publishTitle', { name: journey.name }),
        width: 480,
        content: (
          <div data-testid="publish-words">
            <p>{t('journey.page.publishWho', { trigger: readAloud(reading?.trigger) })}</p>
            <p>{drawn.goal ? t('journey.page.publishGoal', { goal: readAloud(reading?.goal) }) : t('journey.page.publishNoGoal')}</p>
            {drawn.goal && !heldOut && <p>{t('journey.page.publishNoHoldout')}</p>}
            {(counts?.inside ?? 0) > 0 && <p>{t('journey.page.publishInside', { n: inside })}</p>}
            {!tried && <p className="ww-muted">{t('journey.page.publishTry')}</p>}
          </div>
        ),
        okText: t('journey.page.publish'),
        onOk: () => quietly(publish.mutateAsync(unsaved)),
      }),
    pause: () => act.mutate('pause'),
    resume: () => act.mutate('resume'),
    stop: () =>
      void modal.confirm({
        title: t('journey.page.stopTitle', { name: journey.name }),
        content: t('journey.page.stopText', { n: inside }),
        okText: t('journey.page.stop'),
        okButtonProps: { danger: true },
        onOk: () => quietly(act.mutateAsync('stop')),
      }),
    delete: () =>
      void modal.confirm({
        title: t('journey.page.deleteTitle', { name: journey.name }),
        content: t('common.irreversible'),
        okText: t('journey.page.delete'),
        okButtonProps: { danger: true },
        onOk: () => quietly(remove.mutateAsync()),
      }),
  }
  const busy = act.isPending || publish.isPending
  return (
    <>
      {journey.state === 'live' && (
        <Link to={path(`/journeys/${journey.id}/invite`)}>
          <Button data-testid="journey-invite">{t('journeyInvite.button')}</Button>
        </Link>
      )}
      {actionsIn(journey.state)
        .filter((action) => action !== 'publish')
        .map((action) => (
          <Button key={action} data-testid={`journey-${action}`} type={action === 'resume' ? 'primary' : action === 'delete' ? 'text' : 'default'} danger={action === 'stop' || action === 'delete'} disabled={busy} onClick={run[action]}>
            {t(`journey.page.${action}`)}
          </Button>
        ))}
      <Button data-testid="save-journey" disabled={!unsaved || !unsaved.name} loading={save.isPending} onClick={() => unsaved && save.mutate(unsaved)}>
        {t('journey.page.save')}
      </Button>
      {actionsIn(journey.state).includes('publish') && (
        <Button type="primary" data-testid="journey-publish" disabled={!judged.sound || busy} loading={publish.isPending} onClick={run.publish}>
          {t('journey.page.publish')}
        </Button>
      )}
    </>
  )
}
