import { useQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import type { NewTemplate } from '@/client'
import { getTemplateOptions } from '@/client/@tanstack/react-query.gen'
import { pathId } from '@/shared/api/pathId'
import { useBrand } from '@/shared/brand/BrandContext'
import { Loaded } from '@/shared/components/Loaded'
import { TemplateEditor } from '../components/TemplateEditor'

const BLANK: NewTemplate = { name: '', channel: 'wecom', subject: null, body: '', linkUrl: null }

export function TemplatePage() {
  const { id = '' } = useParams()
  return id === 'new' ? <TemplateEditor key="new" start={BLANK} /> : <Saved key={id} id={id} />
}

function Saved({ id }: { id: string }) {
  const { id: brand } = useBrand()
  const template = useQuery(getTemplateOptions({ path: { brand, id: pathId(id) } }))
  return (
    <Loaded query={template} rows={8}>
      {(data) => <TemplateEditor key={data.id} id={data.id} start={data} />}
    </Loaded>
  )
}
