import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button, Input, Table, Tag } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { IdentityView } from '@/client'
import { separateCustomersMutation } from '@/client/@tanstack/react-query.gen'
import { useBrand, useBrandPath } from '@/shared/brand/BrandContext'
import { Panel } from '@/shared/components/Panel'
import { useFormat } from '@/shared/hooks/useFormat'
import { useIdentifierName } from './useIdentifierName'

type Edge = IdentityView['links'][number]

/** Every link with what became of it; those that hold the customer together can be cut. */
export function IdentityLinks({ no, view }: { no: number; view: IdentityView }) {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const path = useBrandPath()
  const format = useFormat()
  const { modal } = App.useApp()
  const client = useQueryClient()
  const { nameOf } = useIdentifierName()
  const separate = useMutation({ ...separateCustomersMutation(), onSuccess: () => client.invalidateQueries() })
  const points = new Map(view.identifiers.map((point) => [point.no, point]))

  const end = (number: number) => {
    const point = points.get(number)
    return (
      <>
        {nameOf(point)}
        {point?.shared && <Tag style={{ marginInlineStart: 6 }}>{t('customer.identity.shared')}</Tag>}
        {point && point.customer !== view.customer && (
          <Link to={path(`/customers/${point.customer}`)} style={{ marginInlineStart: 6 }}>
            {t('customer.profile.no', { no: point.customer })}
          </Link>
        )}
      </>
    )
  }

  const ask = (edge: Edge) => {
    let why = ''
    void modal.confirm({
      title: t('customer.identity.separateTitle'),
      width: 480,
      content: (
        <>
          <p>{t('customer.identity.separateText', { one: nameOf(points.get(edge.low)), other: nameOf(points.get(edge.high)) })}</p>
          <Input
            aria-label={t('customer.identity.why')}
            placeholder={t('customer.identity.why')}
            onChange={({ target }) => {
              why = target.value
            }}
          />
        </>
      ),
      okText: t('customer.identity.separate'),
      okButtonProps: { danger: true },
      onOk: () =>
        separate
          .mutateAsync({ path: { brand, no }, body: { low: edge.low, high: edge.high, why: why || null } })
          .catch(() => undefined),
    })
  }

  return (
    <Panel flush title={t('customer.identity.links')} note={t('customer.identity.linksNote')}>
      <Table<Edge>
        size="small"
        rowKey={({ low, high }) => `${low}-${high}`}
        pagination={false}
        scroll={{ x: 'max-content' }}
        dataSource={view.links}
        locale={{ emptyText: t('customer.identity.noLinks') }}
        columns={[
          { title: t('customer.identity.between'), render: (_, { low }) => end(low) },
          { title: t('customer.identity.and'), render: (_, { high }) => end(high) },
          { title: t('customer.identity.state'), render: (_, { state }) => t(`customer.identity.states.${state}`) },
          {
            title: t('customer.identity.evidence'),
            render: (_, { how, source, firstAt }) => `${t(`customer.identity.hows.${how}`)} · ${source} · ${format.day(firstAt)}`,
          },
          {
            render: (_, edge) =>
              edge.cut && (
                <Button size="small" onClick={() => ask(edge)}>
                  {t('customer.identity.separate')}
                </Button>
              ),
          },
        ]}
      />
    </Panel>
  )
}
