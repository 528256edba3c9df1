import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Drawer, Form, Input, Space } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiError, type Finding } from '../api/problem'
import type { Decision } from '../api/types'
import { useAsOf } from '../app/asOf'
import { ChangeButton } from '../app/ChangeButton'
import { DayText } from '../app/DateText'
import { ProblemAlert } from '../app/ProblemAlert'
import { issueDecisions } from './queries'

/** Records several signed papers at once, each as its draft says; all of them or none. */
export function IssueTogether({ decisions, onClose, onIssued }: { decisions: readonly Decision[]; onClose: () => void; onIssued: () => void }) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const locked = useAsOf().when !== 'today'
  const [reason, setReason] = useState('')
  const [key, setKey] = useState(() => crypto.randomUUID())
  const issue = useMutation({
    mutationFn: () => issueDecisions(decisions, reason, key),
    // The answer to a refused request is kept with its key; what is asked anew is another request.
    onError: () => setKey(crypto.randomUUID()),
    onSuccess: () => {
      void queries.invalidateQueries()
      onIssued()
    },
  })
  const findings = issue.error instanceof ApiError ? (issue.error.problem?.findings ?? []) : []
  return (
    <Drawer
      open
      size={520}
      title={<h2>{t('decision.issueTogether')}</h2>}
      onClose={onClose}
      footer={
        <Space>
          <ChangeButton type="primary" loading={issue.isPending} data-testid="confirm-issue-together" onClick={() => issue.mutate()}>
            {t('decision.issueTogether')}
          </ChangeButton>
          <Button onClick={onClose}>{t('action.cancel')}</Button>
        </Space>
      }
    >
      {locked && <Alert type="warning" showIcon title={t('day.locked')} />}
      {issue.isError && (
        <ProblemAlert error={issue.error} title={t('form.notSaved')} findings={findings.map((finding) => named(finding, decisions))} />
      )}
      <p className="second">{t('decision.means.issueTogether')}</p>
      <ul>
        {decisions.map(({ id, kind, number, signedOn }) => (
          <li key={id}>
            {number}, {t(`decision.kinds.${kind}`)}
            {signedOn && (
              <>
                {', '}
                <DayText day={signedOn} />
              </>
            )}
          </li>
        ))}
      </ul>
      <Form layout="vertical">
        <Form.Item label={t('form.reason')} extra={t('decision.reasonHint')}>
          <Input.TextArea
            rows={2}
            maxLength={500}
            value={reason}
            onChange={({ target }) => setReason(target.value)}
            data-testid="field-reason"
          />
        </Form.Item>
      </Form>
    </Drawer>
  )
}

/** What is said of `decisions[2].…` is said of the number of that paper. */
function named(finding: Finding, decisions: readonly Decision[]): Finding {
  const number = decisions[Number(/^decisions\[(\d+)]/.exec(finding.field ?? '')?.[1])]?.number
  return number
    ? { ...finding, messages: { vi: `${number}: ${finding.messages.vi}`, en: `${number}: ${finding.messages.en}` } }
    : finding
}
