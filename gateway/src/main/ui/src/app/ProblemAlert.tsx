import { PauseCircleFilled } from '@ant-design/icons'
import { Alert, Button } from 'antd'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { currentLanguage } from '../i18n'
import { PurposeGate } from './PurposeGate'
import { loginAgain } from './session'
import { ApiError, isPaused, lineOf, sayFinding, type Finding } from '../api/problem'

/** What went wrong, in the language of the page. */
export function sayError(error: unknown, t: TFunction): string {
  if (!(error instanceof ApiError)) return t('problem.unknown')
  if (error.problem) return error.problem.messages[currentLanguage()]
  if (error.paused) return t('problem.paused')
  return t('problem.status', { status: error.status })
}

interface ProblemAlertProps {
  error: unknown
  /** What was being done, as in "Chưa lưu được". */
  title: string
  /** Findings that have no field to stand at. */
  findings?: readonly Finding[]
  /** What was kept. */
  kept?: string
  onRetry?: () => void
}

/** An error at its place: what failed, what was kept, the code for support and a way to try again. */
export function ProblemAlert({ error, title, findings = [], kept, onRetry }: ProblemAlertProps) {
  const { t } = useTranslation()
  const code = error instanceof ApiError ? error.problem?.code : undefined
  if (code === 'purpose-needed' && onRetry) return <PurposeGate what={t('purpose.hidden')} onOpen={onRetry} />
  // What can be asked again was only a reading: a service that is away is then amber, as everywhere, and nothing was lost.
  const paused = isPaused(error) && !!onRetry
  const traceId = error instanceof ApiError ? error.problem?.traceId : undefined
  return (
    <Alert
      type={paused ? 'warning' : 'error'}
      icon={paused ? <PauseCircleFilled /> : undefined}
      showIcon
      role="alert"
      title={title}
      description={
        <>
          <p>{sayError(error, t)}</p>
          {findings.length > 0 && (
            <ul>
              {findings.map((finding, index) => (
                <li key={index}>
                  {lineOf(finding) !== undefined && t('problem.line', { line: lineOf(finding)! + 1 })}
                  {sayFinding(finding, currentLanguage())}
                </li>
              ))}
            </ul>
          )}
          {kept && <p>{kept}</p>}
          {traceId && (
            <p className="third">
              {t('problem.support')} <code>{traceId}</code>
            </p>
          )}
        </>
      }
      action={
        code === 'sign-in-again' ? (
          <Button size="small" type="primary" data-testid="sign-in-again" onClick={loginAgain}>
            {t('action.login')}
          </Button>
        ) : onRetry && (
          <Button size="small" onClick={onRetry}>
            {t('action.retry')}
          </Button>
        )
      }
    />
  )
}
