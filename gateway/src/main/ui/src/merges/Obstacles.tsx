import { Alert } from 'antd'
import { useTranslation } from 'react-i18next'
import type { MergeFinding } from '../api/types'
import { currentLanguage } from '../i18n'

/** What stands against a merge, and what makes it doubtful. */
export function Obstacles({ findings }: { findings: readonly MergeFinding[] }) {
  const { t } = useTranslation()
  const groups = [
    { type: 'error', title: t('merge.blocking'), found: findings.filter(({ blocks }) => blocks) },
    { type: 'warning', title: t('merge.doubtful'), found: findings.filter(({ blocks }) => !blocks) },
  ] as const
  if (findings.length === 0) return <Alert type="success" showIcon title={t('merge.nothingAgainst')} />
  return groups.map(
    ({ type, title, found }) =>
      found.length > 0 && (
        <Alert
          key={type}
          type={type}
          showIcon
          title={title}
          data-testid={`merge-${type}`}
          description={
            <ul>
              {[...new Set(found.map(({ reason }) => reason[currentLanguage()]))].map((reason) => (
                <li key={reason}>{reason}</li>
              ))}
            </ul>
          }
        />
      ),
  )
}
