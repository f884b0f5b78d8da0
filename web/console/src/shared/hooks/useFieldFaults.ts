import type { FormInstance } from 'antd'
import type { Fault } from '@/client'
import { problemOf } from '../api/problem'
import { useReport } from './useReport'

/** Shows what a refusal finds wrong at the fields it names; whatever names none of the form's is told as any other refusal. */
export function useFieldFaults(form: FormInstance): (error: unknown) => void {
  const report = useReport()
  return (error) => {
    const fields = Object.keys(form.getFieldsValue())
    const faults = problemOf(error).errors ?? []
    const placed = faults.filter((fault) => fields.includes(fieldOf(fault)))
    form.setFields(fields.map((name) => ({ name, errors: placed.filter((fault) => fieldOf(fault) === name).map(({ detail }) => detail) })))
    if (placed.length > 0) form.focusField(fieldOf(placed[0]))
    if (placed.length === 0 || placed.length < faults.length) report.refused(error)
  }
}

/** The field a JSON pointer leads to: `/port` is the field `port`. */
function fieldOf({ pointer }: Fault): string {
  return pointer.split('/')[1] ?? ''
}
