import { Button, Form } from 'antd'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '@/shared/components/EmptyState'
import { Panel } from '@/shared/components/Panel'
import { NEW_RULE } from '../../api/programme'
import { RuleFields } from './RuleFields'

/** Every way to earn points, or more of them. */
export function RulesSection() {
  const { t } = useTranslation()
  return (
    <Form.List name="earn">
      {(rules, { add, remove }) => (
        <div className="ww-stack">
          {rules.length === 0 && (
            <Panel>
              <EmptyState title={t('programme.rule.empty')} text={t('programme.rule.emptyText')} />
            </Panel>
          )}
          {rules.map(({ key, name }, at) => (
            <Panel
              key={key}
              title={t('programme.rule.title', { n: at + 1 })}
              extra={
                <Button danger type="text" onClick={() => remove(name)}>
                  {t('programme.remove')}
                </Button>
              }
            >
              <RuleFields at={name} />
            </Panel>
          ))}
          <div>
            <Button onClick={() => add(NEW_RULE)}>{t('programme.add.rule')}</Button>
          </div>
        </div>
      )}
    </Form.List>
  )
}
