import { useTranslation } from 'react-i18next'
import type { ProgrammeInWords } from '@/client'
import { Panel } from '@/shared/components/Panel'
import { useText } from '@/shared/hooks/useLanguage'

/** The draft in sentences, as the server understands it. */
export function ReadingPanel({ reading }: { reading: ProgrammeInWords | null }) {
  const { t } = useTranslation()
  const text = useText()
  if (!reading) {
    return (
      <Panel title={t('programme.reading')}>
        <p className="ww-muted">{t('programme.unreadable')}</p>
      </Panel>
    )
  }
  const parts = [
    { key: 'earn', lines: reading.earn },
    { key: 'points', lines: [reading.stacking, reading.points] },
    { key: 'tiers', lines: reading.tiers },
    { key: 'plans', lines: reading.plans },
  ] as const
  return (
    <Panel title={t('programme.reading')} note={t('programme.readingNote')}>
      {parts.map(
        ({ key, lines }) =>
          lines.length > 0 && (
            <div key={key}>
              <h3>{t(`programme.tabs.${key}`)}</h3>
              <ul>
                {lines.map((line, at) => (
                  <li key={at}>{text(line)}</li>
                ))}
              </ul>
            </div>
          ),
      )}
    </Panel>
  )
}
