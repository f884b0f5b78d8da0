import { ErrorBlock } from 'antd-mobile'

export function Nothing({ says }: { says: string }) {
  return <ErrorBlock status="empty" title={says} description="" className="block" />
}
