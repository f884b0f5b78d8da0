import { Alert, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ProgrammeFault } from '@/client'
import { useText } from '@/shared/hooks/useLanguage'
import { placeInForm, tabOf } from '../../api/programme'

/** Every place that is wrong, each leading to its tab. */
export function FaultsAlert({ faults, onOpen }: { faults: ProgrammeFault[]; onOpen: (tab: string) => void }) {
  const { t } = useTranslation()
  const text = useText()
  if (faults.length === 0) return null
  return (
    <Alert
      type="warning"
      showIcon
      data-testid="programme-faults"
      title={t('programme.faults', { n: faults.length })}
      description={
        <ul>
          {faults.map(({ pointer, code, detail }) => (
            <li key={pointer + code}>
              <Button type="link" size="small" onClick={() => onOpen(tabOf(pointer))}>
                {t(`programme.tabs.${tabOf(pointer)}`)}
              </Button>
              <code>{placeInForm(pointer)}</code> {text(detail)}
            </li>
          ))}
        </ul>
      }
    />
  )
}
