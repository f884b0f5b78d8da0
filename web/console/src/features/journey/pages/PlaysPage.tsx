import { useQuery } from '@tanstack/react-query'
import { Button, Drawer } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { JourneyPlay } from '@/client'
import { listPlaysOptions } from '@/client/@tanstack/react-query.gen'
import { useBrand, useBrandPath } from '@/shared/brand/BrandContext'
import { Loaded } from '@/shared/components/Loaded'
import { PageHeader } from '@/shared/components/PageHeader'
import { useText } from '@/shared/hooks/useLanguage'
import { drawable } from '../api/drawable'
import { Outline } from '../components/Outline'
import { TakePlayDialog } from '../components/TakePlayDialog'
import styles from './PlaysPage.module.css'

/** Ready journeys to begin from. */
export function PlaysPage() {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const path = useBrandPath()
  const text = useText()
  const plays = useQuery({ ...listPlaysOptions({ path: { brand } }), staleTime: Infinity })
  const [taking, setTaking] = useState<JourneyPlay | null>(null)
  const [looking, setLooking] = useState<JourneyPlay | null>(null)
  return (
    <>
      <PageHeader back={{ to: path('/journeys'), label: t('journey.plays.back') }} title={t('journey.plays.title')} headline={t('journey.plays.headline')} />
      <Loaded query={plays}>
        {(list) => (
          <ul className={styles.plays}>
            {list.map((play) => (
              <li key={play.id} className={styles.play} data-testid={`play-${play.id}`}>
                <h2>{text(play.title)}</h2>
                <p className="ww-muted">{text(play.what)}</p>
                <p className="ww-small">
                  {t('journey.plays.sum', { steps: play.definition.nodes.length, messages: Object.keys(play.messages).length })}
                  {play.definition.goal && <> · {t('journey.plays.goal', { days: play.definition.goal.withinDays })}</>}
                  {play.segment && <> · {t('journey.plays.segment', { name: play.segment.name })}</>}
                </p>
                <div className="ww-row">
                  <Button type="primary" onClick={() => setTaking(play)}>
                    {t('journey.plays.use')}
                  </Button>
                  <Button type="text" onClick={() => setLooking(play)}>
                    {t('journey.plays.look')}
                  </Button>
                </div>
              </li>
            ))}
          </ul>
        )}
      </Loaded>
      {taking && <TakePlayDialog play={taking} onClose={() => setTaking(null)} />}
      <Drawer size={480} open={looking !== null} title={text(looking?.title)} onClose={() => setLooking(null)}>
        {looking && (
          <div className="ww-stack">
            <Outline journey={drawable(withNames(looking))} />
            <h3>{t('journey.plays.words')}</h3>
            {Object.entries(looking.messages).map(([key, { name, body }]) => (
              <div key={key}>
                <strong>{name}</strong>
                <p className={styles.words}>{body}</p>
              </div>
            ))}
          </div>
        )}
      </Drawer>
    </>
  )
}

/** A play's steps speak of its messages by their keys (`@hello`); people read their names. */
function withNames({ definition, messages }: JourneyPlay): JourneyPlay['definition'] {
  return {
    ...definition,
    nodes: definition.nodes.map((node) => {
      if (node.step.type !== 'message') return node
      return { ...node, step: { ...node.step, template: messages[node.step.template.slice(1)]?.name ?? node.step.template } }
    }),
  }
}
