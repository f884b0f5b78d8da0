import type { FormInstance } from 'antd'
import { problemOf } from '../api/problem'
import { useReport } from './useReport'

/**
 * Shows what a refusal finds wrong at the fields it names; whatever names none of the form's is told as any other refusal.
 * A code that is always about one field may be given with that field.
 */
export function useFieldFaults(form: FormInstance, fieldOfCode: Record<string, string> = {}): (error: unknown) => void {
  const report = useReport()
  return (error) => {
    const { code, detail, errors = [] } = problemOf(error)
    const faults = fieldOfCode[code]
      ? [{ field: fieldOfCode[code], detail }]
      : errors.map((fault) => ({ field: fieldAt(fault.pointer), detail: fault.detail }))
    const fields = Object.keys(form.getFieldsValue())
    const placed = faults.filter(({ field }) => fields.includes(field))
    form.setFields(fields.map((name) => ({ name, errors: placed.filter(({ field }) => field === name).map((fault) => fault.detail) })))
    if (placed.length > 0) form.focusField(placed[0].field)
    if (placed.length === 0 || placed.length < faults.length) report.refused(error)
  }
}

/** The field a JSON pointer leads to: `/port` is the field `port`. */
function fieldAt(pointer: string): string {
  return pointer.split('/')[1] ?? ''
}
