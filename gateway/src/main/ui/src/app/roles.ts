import { useTranslation } from 'react-i18next'
import roles from '../generated/roles.json'

export function useRoleName(): (role: string) => string {
  const { i18n } = useTranslation()
  return (code) => {
    const role = roles.find((candidate) => candidate.role === code)
    return role ? (i18n.language === 'en' ? role.en : role.vi) : code
  }
}

export const ROLES: readonly string[] = roles.map(({ role }) => role)
