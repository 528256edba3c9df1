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

/** The roles that are given on the page of an account; who administers is said in Keycloak. */
export const GIVEN_ROLES: readonly string[] = roles.filter(({ actions }) => !actions.includes('grant.write')).map(({ role }) => role)
