import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Drawer } from 'antd'
import { useTranslation } from 'react-i18next'
import type { EntryLine, EntryView } from '@/client'
import { getPointsEntryOptions } from '@/client/@tanstack/react-query.gen'
import { pathId } from '@/shared/api/pathId'
import { useBrand } from '@/shared/brand/BrandContext'
import { Loaded } from '@/shared/components/Loaded'
import { useFormat } from '@/shared/hooks/useFormat'
import styles from './Entries.module.css'
import { EntryLots } from './EntryLots'
import { EntryMember } from './EntryMember'
import { EntryPostings } from './EntryPostings'
import { useEntryWords } from './useEntryWords'

interface Props {
  id: string
  onOpen: (entry: number) => void
  onClose: () => void
}

/** One booking: why, its postings, its lots, and the bookings it belongs with. */
export function EntryDrawer({ id, onOpen, onClose }: Props) {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const view = useQuery(getPointsEntryOptions({ path: { brand, entry: pathId(id) } }))
  return (
    <Drawer open size={760} title={t('entry.title', { number: id })} onClose={onClose}>
      <Loaded query={view}>{(data) => <Entry view={data} onOpen={onOpen} />}</Loaded>
    </Drawer>
  )
}

function Entry({ view, onOpen }: { view: EntryView; onOpen: Props['onOpen'] }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { postings, lots, refersTo, referred, sum } = view
  return (
    <div className="ww-stack">
      {sum !== 0 && <Alert showIcon type="error" title={t('entry.unbalanced', { n: format.exact(sum) })} />}
      <Facts view={view} />
      <section>
        <h3 className={styles.title}>{t('entry.postings')}</h3>
        <p className="ww-muted ww-small">{t('entry.postingsNote')}</p>
        <EntryPostings postings={postings} sum={sum} onOpen={onOpen} />
      </section>
      {lots.length > 0 && (
        <section>
          <h3 className={styles.title}>{t('entry.lots')}</h3>
          <p className="ww-muted ww-small">{t('entry.lotsNote')}</p>
          <EntryLots lots={lots} onOpen={onOpen} />
        </section>
      )}
      {refersTo && <Others title={t('entry.refersTo')} lines={[refersTo]} onOpen={onOpen} />}
      {referred.length > 0 && <Others title={t('entry.referred')} lines={referred} onOpen={onOpen} />}
    </div>
  )
}

function Facts({ view: { line, values } }: { view: EntryView }) {
  const { t } = useTranslation()
  const format = useFormat()
  const words = useEntryWords()
  const facts = [
    [t('entry.why'), line.why],
    [t('points.customer.kind'), words.kind(line.kind)],
    [t('entry.points'), <span className="ww-number">{format.exact(line.points)}</span>],
    [t('entry.asked'), line.asked !== line.points && <span className="ww-number">{format.exact(line.asked)}</span>],
    [t('entry.member'), <EntryMember customer={line.customer} name={line.name} />],
    [t('entry.at'), <span className="ww-number">{format.time(line.at)}</span>],
    [t('entry.bookedAt'), <span className="ww-number">{format.time(line.bookedAt)}</span>],
    [t('entry.key'), line.key],
    [t('entry.rule'), values.rule],
    [t('entry.person'), values.by],
    [t('entry.approved'), values.approved],
  ] as const
  return (
    <dl className={styles.facts}>
      {facts.map(
        ([name, value]) =>
          value && (
            <div key={name} style={{ display: 'contents' }}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ),
      )}
    </dl>
  )
}

function Others({ title, lines, onOpen }: { title: string; lines: EntryLine[]; onOpen: Props['onOpen'] }) {
  const format = useFormat()
  const words = useEntryWords()
  return (
    <section>
      <h3 className={styles.title}>{title}</h3>
      {lines.map(({ entry, kind, points, why, bookedAt }) => (
        <div key={entry}>
          <Button type="link" size="small" className="ww-number" onClick={() => onOpen(entry)}>
            {entry}
          </Button>
          {words.kind(kind)} <span className="ww-number">{format.exact(points)}</span> · {why} <span className="ww-muted ww-small ww-number">{format.time(bookedAt)}</span>
        </div>
      ))}
    </section>
  )
}
