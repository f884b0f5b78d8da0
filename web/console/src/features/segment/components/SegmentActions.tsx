import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Segment } from '@/client'
import { usePerson } from '@/shared/brand/BrandContext'
import { DownloadDialog } from './DownloadDialog'
import { SnapshotDialog } from './SnapshotDialog'

/** What can be done with the members of a saved segment. */
export function SegmentActions({ segment }: { segment: Segment }) {
  const { t } = useTranslation()
  const { mayDownload } = usePerson()
  const [open, setOpen] = useState<'snapshot' | 'download' | null>(null)
  const close = () => setOpen(null)
  return (
    <>
      <Button onClick={() => setOpen('snapshot')}>{t('customerList.snapshot.open')}</Button>
      {mayDownload && <Button onClick={() => setOpen('download')}>{t('memberDownload.open')}</Button>}
      {open === 'snapshot' && <SnapshotDialog segment={segment} onClose={close} />}
      {open === 'download' && <DownloadDialog source={{ segment: segment.id }} name={segment.name} onClose={close} />}
    </>
  )
}
