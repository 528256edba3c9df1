import { useTranslation } from 'react-i18next'
import roles from '../generated/roles.json'

export function useRoleName(): (role: string) => string {
  const { i18n } = useTranslation()
  return (code) => {
    const role = roles.find((candidate) => candidate.role === code)
    return role ? (i18n.language === 'en' ? role.en : role.vi) : code
  }
}

/** Its grants name one dossier and reach nothing of the unit. */
export const OWN_RECORD = 'CADRE_SELF'

export const ROLES: readonly string[] = roles.map(({ role }) => role)
