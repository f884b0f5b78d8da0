import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Tag } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { tagCustomer, untagCustomer } from '@/client'
import { listCustomerTagsOptions, listCustomerTagsQueryKey } from '@/client/@tanstack/react-query.gen'
import { useBrand } from '@/shared/brand/BrandContext'
import { Loaded } from '@/shared/components/Loaded'
import { Panel } from '@/shared/components/Panel'
import { useFormat } from '@/shared/hooks/useFormat'
import { useReport } from '@/shared/hooks/useReport'
import { TagSelect } from '@/shared/tags/TagSelect'
import { TagValueInput } from '@/shared/tags/TagValueInput'
import { useTags } from '@/shared/tags/useTags'
import styles from './CustomerTags.module.css'

/** A customer's tags, put on and taken off by hand. */
export function CustomerTags({ no }: { no: number }) {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const format = useFormat()
  const report = useReport()
  const queries = useQueryClient()
  const { tag } = useTags()
  const has = useQuery(listCustomerTagsOptions({ path: { brand, no } }))
  const [chosen, setChosen] = useState<string>()
  const [value, setValue] = useState<string | null>(null)
  const kind = tag(chosen)?.kind ?? 'plain'
  const again = () => queries.invalidateQueries({ queryKey: listCustomerTagsQueryKey({ path: { brand, no } }) })
  const add = useMutation({
    mutationFn: (id: string) => tagCustomer({ path: { brand, no, tag: id }, body: { value: kind === 'plain' ? null : value } }),
    onSuccess: () => {
      setChosen(undefined)
      setValue(null)
      return again()
    },
    onError: report.refused,
  })
  const remove = useMutation({
    mutationFn: (id: string) => untagCustomer({ path: { brand, no, tag: id } }),
    onSuccess: again,
    onError: report.refused,
  })
  return (
    <Panel title={t('customer.tags.title')} note={t('customer.tags.note')}>
      <Loaded query={has} rows={1}>
        {(list) => (
          <div className={styles.tags}>
            {list.length === 0 && <span className="ww-muted">{t('customer.tags.empty')}</span>}
            {list.map((one) => (
              <Tag
                key={one.tagId}
                closable={{ 'aria-label': t('customer.tags.remove', { name: one.tag }) }}
                title={`${one.group} · ${t(`tag.origins.${one.origin}`)} · ${format.time(one.since)}`}
                onClose={(event) => {
                  event.preventDefault()
                  remove.mutate(one.tagId)
                }}
              >
                {one.value ? `${one.tag}: ${one.value}` : one.tag}
              </Tag>
            ))}
          </div>
        )}
      </Loaded>
      <div className={styles.add}>
        <TagSelect value={chosen} onChange={setChosen} width={180} label={t('customer.tags.choose')} />
        <TagValueInput kind={kind} value={value} onChange={setValue} />
        <Button disabled={!chosen || (kind !== 'plain' && !value)} loading={add.isPending} onClick={() => chosen && add.mutate(chosen)}>
          {t('customer.tags.add')}
        </Button>
      </div>
    </Panel>
  )
}
