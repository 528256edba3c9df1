import type { CvCatalogue, CvField, CvKind, Declaration } from '../api/types'
import { valueText } from '../cv/values'

/** A field as it stands and as it was declared. */
export interface ComparedField {
  field: CvField
  now?: string
  declared?: string
  /** Whether the two say something else. */
  differs: boolean
}

/** What stands and what is asked for, field by field; what neither says is left out. */
export function compared(catalogue: CvCatalogue, kind: CvKind, declaration: Pick<Declaration, 'act' | 'values' | 'standing'>): ComparedField[] {
  return kind.fields.flatMap((field) => {
    const standing = declaration.act === 'ADD' ? undefined : declaration.standing?.values[field.code]
    const asked = declaration.act === 'VOID' ? undefined : declaration.values[field.code]
    if (standing === undefined && asked === undefined) return []
    const text = (value: string | undefined) => (value === undefined ? undefined : valueText(catalogue, field, value))
    return [{ field, now: text(standing), declared: text(asked), differs: standing !== asked }]
  })
}
