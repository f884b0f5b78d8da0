import type { FormInstance } from 'antd'
import { problemOf } from '@/shared/api/problem'
import { useReport } from '@/shared/hooks/useReport'
import { fieldFor, type FieldName } from './fieldFor'

/**
 * Shows each fault of a refusal at the field of a form with nested names that its pointer leads to.
 * `placeOf` says where in the form a place of the request stands, if that is elsewhere.
 */
export function usePlacedFaults(form: FormInstance, fieldOfCode: Record<string, string> = {}, placeOf = (pointer: string) => pointer): (error: unknown) => void {
  const report = useReport()
  return (error) => {
    const { code, detail, errors = [] } = problemOf(error)
    const faults = fieldOfCode[code] ? [{ pointer: `/${fieldOfCode[code]}`, detail }] : errors
    const fields = form.getFieldsError().map(({ name }) => name as FieldName)
    const placed = faults.flatMap((fault) => {
      const name = fieldFor(placeOf(fault.pointer), fields)
      return name ? [{ name, detail: fault.detail }] : []
    })
    form.setFields(fields.map((name) => ({ name, errors: placed.filter((one) => String(one.name) === String(name)).map((one) => one.detail) })))
    if (placed.length > 0) form.scrollToField(placed[0].name, { focus: true })
    if (placed.length === 0 || placed.length < faults.length) report.refused(error)
  }
}
