import { Link } from 'react-router'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '@/shared/components/EmptyState'

export function NotFound() {
  const { t } = useTranslation()
  return (
    <EmptyState title={t('notFound.title')} text={t('notFound.text')} action={<Link to="/">{t('notFound.home')}</Link>} />
  )
}
