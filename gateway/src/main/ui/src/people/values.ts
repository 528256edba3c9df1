import type { components } from '../generated/personnel'
import type { Assignment, Identity, ManagementScope, Sex } from '../api/types'
import { formatDay, lastDay, parseDay, parsePartial, typedPartial, validToAfter } from '../app/dates'

/** What the forms hold: dates as typed, the end as the last day. Named as in the contract, so that findings find their field. */
export interface PostValues {
  unitId: string
  title: string
  managementScope: ManagementScope
  concurrent?: boolean
  validFrom: string
  validTo?: string
}

export interface IdentityValues {
  fullName: string
  sex: Sex
  birth: string
  fileNumber?: string
  idNumber?: string
  idNumberReason?: string
}

/** What the form of the identification number holds. */
export interface IdNumberValues {
  idNumber?: string
  idNumberReason?: string
  document?: string
}

export const POST_FIELDS = ['unitId', 'title', 'managementScope', 'concurrent', 'validFrom', 'validTo', 'reason'] as const
export const IDENTITY_FIELDS = ['fullName', 'sex', 'birth', 'fileNumber', 'idNumber', 'idNumberReason', 'reason'] as const
export const NEW_PERSON_FIELDS = [...IDENTITY_FIELDS, ...POST_FIELDS]

/** Called with values that passed the form's own checks; what is not a date then is a mistake of ours. */
const checked = <T>(value: T | undefined): T => {
  if (value === undefined) throw new Error('an unchecked date')
  return value
}

const tidy = (text: string): string => text.normalize('NFC').trim().replace(/\s+/g, ' ')

export function toAssignment(values: PostValues): components['schemas']['NewAssignment'] {
  const last = values.validTo?.trim() ? checked(parseDay(values.validTo)) : undefined
  return {
    unitId: values.unitId,
    title: tidy(values.title),
    managementScope: values.managementScope,
    concurrent: values.concurrent ?? false,
    validFrom: checked(parseDay(values.validFrom)),
    ...(last ? { validTo: validToAfter(last) } : {}),
  }
}

/** Why the number on record stands although it says another sex or year of birth than is typed. */
export const toIdNumberReason = ({ idNumberReason }: Pick<IdentityValues, 'idNumberReason'>): { idNumberReason?: string } =>
  idNumberReason?.trim() ? { idNumberReason: tidy(idNumberReason) } : {}

/** The number of the dossier, where one was typed. */
export const toFileNumber = ({ fileNumber }: Pick<IdentityValues, 'fileNumber'>): { fileNumber?: string } =>
  fileNumber?.trim() ? { fileNumber: tidy(fileNumber) } : {}

/** An identification number as it is to stand; without one the number on record is taken back, and what was said of it with it. */
export function toIdNumberCorrection({ idNumber, idNumberReason, document, reason }: IdNumberValues & { reason?: string }): components['schemas']['IdNumberCorrection'] {
  return {
    ...toIdNumber({ idNumber: idNumber?.trim(), idNumberReason }),
    ...(idNumber?.trim() && document?.trim() ? { document: tidy(document) } : {}),
    reason: tidy(reason ?? ''),
  }
}

/** What of the identification number a registration carries; a reason without a number says nothing. */
export function toIdNumber({ idNumber, idNumberReason }: Pick<IdentityValues, 'idNumber' | 'idNumberReason'>): { idNumber?: string; idNumberReason?: string } {
  if (!idNumber) return {}
  return { idNumber, ...toIdNumberReason({ idNumberReason }) }
}

export const toIdentity = (values: IdentityValues) => ({
  fullName: tidy(values.fullName),
  sex: values.sex,
  birth: checked(parsePartial(values.birth)),
})

export const postValues = (assignment: Assignment): PostValues => ({
  unitId: assignment.unitId,
  title: assignment.title,
  managementScope: assignment.managementScope,
  concurrent: assignment.concurrent,
  validFrom: formatDay(assignment.validFrom),
  validTo: assignment.validTo ? formatDay(lastDay(assignment.validTo)) : '',
})

export const identityValues = ({ fullName, sex, birth }: Identity): IdentityValues => ({ fullName, sex, birth: typedPartial(birth) })
