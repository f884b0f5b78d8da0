import { useTranslation } from 'react-i18next'
import type { CatalogueWarning } from '@/client'
import { StateTag, type Tone } from '@/shared/components/StateTag'

const GRAVE: CatalogueWarning['kind'][] = ['silent', 'property-vanished', 'type-changed', 'misspelt']

/** What is wrong with an event's stream, each in a word and a sentence. */
export function CatalogueWarnings({ warnings }: { warnings: CatalogueWarning[] }) {
  const { t } = useTranslation()
  if (warnings.length === 0) return <span className="ww-muted">{t('catalogue.none')}</span>
  return (
    <ul style={{ listStyle: 'none', margin: 0, padding: 0 }}>
      {warnings.map(({ kind, property, detail }) => (
        <li key={`${kind} ${property ?? ''}`} style={{ whiteSpace: 'normal', minWidth: 220 }}>
          <StateTag tone={toneOf(kind)}>{t(`catalogue.kinds.${kind}`)}</StateTag> <span className="ww-small">{detail}</span>
        </li>
      ))}
    </ul>
  )
}

function toneOf(kind: CatalogueWarning['kind']): Tone {
  if (GRAVE.includes(kind)) return 'bad'
  return kind === 'new-name' ? 'water' : 'sun'
}
