import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { CustomerRelations as Relations, Referral } from '@/client'
import { getCustomerRelationsOptions } from '@/client/@tanstack/react-query.gen'
import { useBrand, useBrandPath } from '@/shared/brand/BrandContext'
import { Loaded } from '@/shared/components/Loaded'
import { Panel } from '@/shared/components/Panel'
import { StateTag } from '@/shared/components/StateTag'
import { useFormat } from '@/shared/hooks/useFormat'
import styles from './Facts.module.css'

/** Whom a customer stands with: guides, groups, who brought them and whom they brought. */
export function CustomerRelations({ no }: { no: number }) {
  const { id: brand } = useBrand()
  const relations = useQuery(getCustomerRelationsOptions({ path: { brand, no } }))
  return <Loaded query={relations}>{(found) => <Found relations={found} />}</Loaded>
}

function Found({ relations }: { relations: Relations }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { guides, groups, referredBy, referred, brought } = relations
  const spell = (since: string | null | undefined, until: string | null | undefined) =>
    until
      ? t('customer.relations.until', { from: since ? format.day(since) : t('customer.relations.unknown'), to: format.day(until) })
      : t('customer.touchpoints.since', { day: since ? format.day(since) : t('customer.relations.unknown') })
  return (
    <div className="ww-split">
      <Panel title={t('customer.relations.guides')}>
        {guides.length === 0 && <p className="ww-muted">{t('customer.relations.noGuides')}</p>}
        <ul className={styles.facts}>
          {guides.map(({ guide, since, until }) => (
            <li key={guide}>
              <span className={styles.name}>{guide}</span>
              <span className="ww-muted">{spell(since, until)}</span>
              <StateTag tone={until ? 'calm' : 'good'}>{until ? t('customer.relations.removed') : t('customer.relations.friend')}</StateTag>
            </li>
          ))}
        </ul>
      </Panel>
      <Panel title={t('customer.relations.groups')}>
        {groups.length === 0 && <p className="ww-muted">{t('customer.relations.noGroups')}</p>}
        <ul className={styles.facts}>
          {groups.map(({ group, name, joined, left }) => (
            <li key={group}>
              <span className={styles.name}>
                {name ?? group}
                {name && <span className="ww-muted ww-small"> · {group}</span>}
              </span>
              <span className="ww-muted">{spell(joined, left)}</span>
              <StateTag tone={left ? 'calm' : 'good'}>{left ? t('customer.relations.leftGroup') : t('customer.relations.inGroup')}</StateTag>
            </li>
          ))}
        </ul>
      </Panel>
      <Panel title={t('customer.relations.referredBy')}>
        {referredBy ? (
          <ul className={styles.facts}>
            <Brought referral={referredBy} />
          </ul>
        ) : (
          <p className="ww-muted">{t('customer.relations.nobody')}</p>
        )}
      </Panel>
      <Panel title={t('customer.relations.referred', { n: format.exact(brought) })}>
        {referred.length === 0 && <p className="ww-muted">{t('customer.relations.broughtNobody')}</p>}
        <ul className={styles.facts}>
          {referred.map((referral) => (
            <Brought key={referral.customerNo} referral={referral} />
          ))}
        </ul>
        {brought > referred.length && <p className="ww-muted">{t('customer.relations.newest', { n: format.exact(referred.length) })}</p>}
      </Panel>
    </div>
  )
}

function Brought({ referral: { customerNo, name, at } }: { referral: Referral }) {
  const { t } = useTranslation()
  const format = useFormat()
  const path = useBrandPath()
  return (
    <li>
      <span className={styles.name}>
        {customerNo ? (
          <Link to={path(`/customers/${customerNo}`)}>{name ?? t('customer.list.anonymous', { no: customerNo })}</Link>
        ) : (
          t('customer.relations.notKnown')
        )}
      </span>
      <span className="ww-muted">{format.day(at)}</span>
    </li>
  )
}
