import { Input } from 'antd'

/** A time of day; the browser's own picker, also on a phone. */
export function TimeField({ label, value, onChange }: { label: string; value: string; onChange: (time: string) => void }) {
  return <Input type="time" style={{ width: 140 }} aria-label={label} value={value} onChange={({ target }) => onChange(target.value)} />
}
