import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Toast } from 'antd-mobile'
import { CheckCircleFill } from 'antd-mobile-icons'
import type { MemberCheckIns } from '@/client'
import { checkInMemberMutation, getMemberCheckInsOptions } from '@/client/@tanstack/react-query.gen'
import { monthOf } from './month'
import { Loaded } from '@/shared/Loaded'
import { Nothing } from '@/shared/Nothing'
import { Page } from '@/shared/Page'
import { path } from '@/shared/brand'
import { count, date } from '@/shared/format'
import { tell } from '@/shared/problem'
import { useWords } from '@/words/words'

export function CheckInPage() {
  const words = useWords()
  const status = useQuery(getMemberCheckInsOptions({ path }))
  return (
    <Page title={words('checkIn')}>
      <Loaded query={status}>
        {(data) => (data.open ? <Today status={data} /> : <Nothing says={words('noCheckIn')} />)}
      </Loaded>
    </Page>
  )
}

function Today({ status }: { status: MemberCheckIns }) {
  const words = useWords()
  const queries = useQueryClient()
  const checkIn = useMutation({
    ...checkInMemberMutation(),
    onError: tell,
    onSuccess: ({ points, bonus }) => {
      Toast.show({ icon: 'success', content: [words('gotPoints', { points: count(points) }), ...bonus].join('\n') })
      void queries.invalidateQueries()
    },
  })
  const days = new Set(status.days)
  return (
    <>
      <section className="panel pass">
        <div className="total">
          <span className="faint">{words('streak')}</span>
          <strong>{words('days', { count: count(status.streak) })}</strong>
        </div>
        <Button block color="primary" size="large" disabled={status.done} loading={checkIn.isPending} onClick={() => checkIn.mutate({ path })}>
          {status.done ? words('checkedIn') : words('checkInNow')}
        </Button>
      </section>
      <section className="panel">
        <h2>{words('ahead')}</h2>
        <div className="ahead">
          {status.ahead.map((day) => (
            <div key={day.day}>
              <strong className="number">+{count(day.points)}</strong>
              {day.bonus.map((bonus) => (
                <em key={bonus}>{bonus}</em>
              ))}
              <span className="faint">{day.day === status.today ? words('today') : day.day.slice(5).replace('-', '/')}</span>
            </div>
          ))}
        </div>
      </section>
      <section className="panel">
        <h2>{status.today.slice(0, 7).replace('-', '/')}</h2>
        <div className="month">
          {words('weekdays')
            .split(' ')
            .map((weekday) => (
              <span key={weekday} className="weekday">
                {weekday}
              </span>
            ))}
          {monthOf(status.today).map((day, at) =>
            day === null ? (
              <span key={at} />
            ) : (
              <span key={at} className={days.has(day) ? 'in' : day === status.today ? 'here' : undefined}>
                {days.has(day) ? <CheckCircleFill aria-label={date(day)} /> : Number(day.slice(8))}
              </span>
            ),
          )}
        </div>
      </section>
    </>
  )
}
