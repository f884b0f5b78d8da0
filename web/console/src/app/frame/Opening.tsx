import { WheelMark } from '@/shared/components/WheelMark'

/** What is seen while the first page is fetched. */
export function Opening() {
  return (
    <div style={{ display: 'grid', placeItems: 'center', height: '100%' }}>
      <WheelMark size={56} turning />
    </div>
  )
}
