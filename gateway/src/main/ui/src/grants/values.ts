import type { Grant, ManagementScope } from '../api/types'
import { OWN_RECORD } from '../app/roles'
import { formatDay, lastDay, parseDay, validToAfter } from '../app/dates'

/** A grant as the form holds it: dates as typed, the end as the last day. */
export interface GrantValues {
  role: string
  unitId: string
  fileNumber?: string
  managementScopes?: ManagementScope[]
  securityClass?: Grant['securityClass']
  validFrom: string
  validTo?: string
}

export const fromGrant = (grant: Grant): GrantValues => ({
  ...grant,
  securityClass: grant.securityClass ?? 'ORDINARY',
  validFrom: formatDay(grant.validFrom),
  validTo: grant.validTo ? formatDay(lastDay(grant.validTo)) : '',
})

/** Called once the form has checked that the dates are dates. */
export function toGrant(values: GrantValues): Grant {
  const last = parseDay(values.validTo ?? '')
  return {
    role: values.role,
    unitId: values.unitId,
    ...(values.role === OWN_RECORD && values.fileNumber?.trim() ? { fileNumber: values.fileNumber.trim() } : {}),
    managementScopes: values.managementScopes ?? [],
    securityClass: values.securityClass ?? 'ORDINARY',
    validFrom: parseDay(values.validFrom) ?? '',
    ...(last ? { validTo: validToAfter(last) } : {}),
  }
}
