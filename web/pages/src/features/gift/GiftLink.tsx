import { Button } from 'antd-mobile'
import type { MemberGift } from '@/client'
import { copy } from '@/shared/copy'
import { moment } from '@/shared/format'
import { useWords } from '@/words/words'

/** The link for one person. */
export function GiftLink({ name, gift, zone }: { name: string; gift: MemberGift; zone: string }) {
  const words = useWords()
  return (
    <section className="panel order">
      <h2>{name}</h2>
      <div>{words('giveHint')}</div>
      <p className="link">{gift.url}</p>
      <p className="faint">{words('giveUntil', { date: moment(gift.until, zone) })}</p>
      <Button block color="primary" onClick={() => void copy(gift.url)}>
        {words('copyLink')}
      </Button>
    </section>
  )
}
