import { Alert, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ProgrammeFault } from '@/client'
import { useText } from '@/shared/hooks/useLanguage'
import { placeInForm, tabOf } from '../../api/programme'

interface Props {
  faults: ProgrammeFault[]
  warnings: ProgrammeFault[]
  onOpen: (tab: string) => void
}

/** Every place that is wrong, and what is likely not meant, each leading to its tab. */
export function FaultsAlert({ faults, warnings, onOpen }: Props) {
  const { t } = useTranslation()
  return (
    <>
      {faults.length > 0 && (
        <Alert type="warning" showIcon data-testid="programme-faults" title={t('programme.faults', { n: faults.length })} description={<Places places={faults} onOpen={onOpen} />} />
      )}
      {warnings.length > 0 && (
        <Alert type="info" showIcon data-testid="programme-warnings" title={t('programme.warnings', { n: warnings.length })} description={<Places places={warnings} onOpen={onOpen} />} />
      )}
    </>
  )
}

function Places({ places, onOpen }: { places: ProgrammeFault[]; onOpen: (tab: string) => void }) {
  const { t } = useTranslation()
  const text = useText()
  return (
    <ul>
      {places.map(({ pointer, code, detail }) => (
        <li key={pointer + code}>
          <Button type="link" size="small" onClick={() => onOpen(tabOf(pointer))}>
            {t(`programme.tabs.${tabOf(pointer)}`)}
          </Button>
          <code>{placeInForm(pointer)}</code> {text(detail)}
        </li>
      ))}
    </ul>
  )
}
