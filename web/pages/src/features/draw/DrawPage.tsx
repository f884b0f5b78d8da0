import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Dialog } from 'antd-mobile'
import { useState } from 'react'
import type { DrawSeen } from '@/client'
import {
  listMemberDrawsOptions,
  listMemberPlaysOptions,
  playMemberDrawMutation,
} from '@/client/@tanstack/react-query.gen'
import { Loaded } from '@/shared/Loaded'
import { Nothing } from '@/shared/Nothing'
import { Page } from '@/shared/Page'
import { path, useBrand } from '@/shared/brand'
import { count, moment } from '@/shared/format'
import { newKey } from '@/shared/newKey'
import { tell } from '@/shared/problem'
import { useWords } from '@/words/words'

export function DrawPage() {
  const words = useWords()
  const draws = useQuery(listMemberDrawsOptions({ path }))
  return (
    <Page title={words('draw')}>
      <Loaded query={draws}>
        {(all) => (all.length === 0 ? <Nothing says={words('noDraws')} /> : all.map((draw) => <Draw key={draw.id} draw={draw} />))}
      </Loaded>
      <Plays />
    </Page>
  )
}

function Draw({ draw }: { draw: DrawSeen }) {
  const words = useWords()
  const queries = useQueryClient()
  const [key, setKey] = useState(newKey)
  const play = useMutation({
    ...playMemberDrawMutation(),
    onError: tell,
    onSuccess: ({ prize, reward }) => {
      setKey(newKey())
      void Dialog.alert({
        title: prize === null ? words('wonNothing') : words('won', { prize }),
        content: reward,
        confirmText: words('ok'),
      })
      void queries.invalidateQueries()
    },
  })
  const price = draw.chances > 0 ? words('chances', { count: count(draw.chances) }) : draw.price === null ? '' : words('costs', { points: count(draw.price) })
  return (
    <section className="panel pass">
      <h2>{draw.name}</h2>
      <div className="prizes">
        {draw.prizes.map((prize) => (
          <div key={prize.id}>
            <strong>{prize.name}</strong>
            <span className="faint">{prize.reward}</span>
          </div>
        ))}
      </div>
      <Button
        block
        color="primary"
        size="large"
        disabled={draw.whyNot !== null}
        loading={play.isPending}
        onClick={() => play.mutate({ path: { ...path, draw: draw.id }, body: { key } })}
      >
        {draw.whyNot ?? words('drawNow')}
      </Button>
      <div className="faint" style={{ marginTop: 8 }}>
        {[price, words('drawsLeft', { count: count(draw.left) })].filter(Boolean).join(' · ')}
      </div>
      <details className="faint">
        <summary>{words('fair')}</summary>
        <p className="link">{draw.seed ?? draw.promise}</p>
      </details>
    </section>
  )
}

function Plays() {
  const words = useWords()
  const brand = useBrand()
  const plays = useQuery(listMemberPlaysOptions({ path }))
  if (!plays.data?.length) return null
  return (
    <section className="panel">
      <h2>{words('plays')}</h2>
      {plays.data.map((play) => (
        <div key={play.number} className="row entry">
          <span>{play.prize ?? words('wonNothing')}</span>
          <span className="faint">{brand.data && moment(play.at, brand.data.zone)}</span>
        </div>
      ))}
    </section>
  )
}
