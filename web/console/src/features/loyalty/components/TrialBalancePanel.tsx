import { useQuery } from '@tanstack/react-query'
import { Alert, Table } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { getPointsTrialBalanceOptions } from '@/client/@tanstack/react-query.gen'
import { useBrand, useBrandPath } from '@/shared/brand/BrandContext'
import { Loaded } from '@/shared/components/Loaded'
import { Panel } from '@/shared/components/Panel'
import { useFormat } from '@/shared/hooks/useFormat'
import { useEntryWords } from '../entry/useEntryWords'

/** What stands on each account, and whether all of it is zero as it must be. */
export function TrialBalancePanel() {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const path = useBrandPath()
  const format = useFormat()
  const trial = useQuery(getPointsTrialBalanceOptions({ path: { brand } }))
  const words = useEntryWords()
  return (
    <Loaded query={trial} rows={8}>
      {({ accounts, sum }) => (
        <div className="ww-stack">
          <Alert
            showIcon
            data-testid="trial-sum"
            type={sum === 0 ? 'success' : 'error'}
            title={sum === 0 ? t('points.page.balanced') : t('points.page.unbalanced', { n: format.exact(sum) })}
          />
          <Panel flush title={t('points.page.trialTitle')} note={t('points.page.trialNote')}>
            <Table
              rowKey="account"
              size="middle"
              pagination={false}
              dataSource={Object.entries(accounts).map(([account, balance]) => ({ account, balance }))}
              columns={[
                { title: t('points.page.account'), render: (_, { account }) => <Link to={path(`/points?tab=entries&account=${account}`)}>{words.account(account)}</Link> },
                { title: t('points.page.balance'), className: 'ww-right', render: (_, { balance }) => <span className="ww-number">{format.exact(balance)}</span> },
              ]}
              summary={() => (
                <Table.Summary.Row>
                  <Table.Summary.Cell index={0}>
                    <strong>{t('points.page.sum')}</strong>
                  </Table.Summary.Cell>
                  <Table.Summary.Cell index={1} className="ww-right">
                    <strong className="ww-number">{format.exact(sum)}</strong>
                  </Table.Summary.Cell>
                </Table.Summary.Row>
              )}
            />
          </Panel>
        </div>
      )}
    </Loaded>
  )
}
