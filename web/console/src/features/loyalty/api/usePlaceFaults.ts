import type { FormInstance } from 'antd'
import { useCallback } from 'react'
import type { ProgrammeFault } from '@/client'
import { useText } from '@/shared/hooks/useLanguage'
import { fieldFor, type FieldName } from './fieldFor'
import { placeInForm } from './programme'

/** Shows what is wrong with a programme at the fields it is wrong in, and nothing at the others. */
export function usePlaceFaults(form: FormInstance): (faults: ProgrammeFault[]) => void {
  const text = useText()
  return useCallback(
    (faults) => {
      const fields = form.getFieldsError().map(({ name }) => name as FieldName)
      const placed = faults.map(({ pointer, detail }) => ({ field: String(fieldFor(placeInForm(pointer), fields)), detail: text(detail) }))
      form.setFields(fields.map((name) => ({ name, errors: placed.filter(({ field }) => field === String(name)).map(({ detail }) => detail) })))
    },
    [form, text],
  )
}
