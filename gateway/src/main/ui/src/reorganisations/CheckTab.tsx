import { CheckCircleFilled, ReloadOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Skeleton, Table } from 'antd'
import { useTranslation } from 'react-i18next'
import { sayFinding } from '../api/problem'
import type { Reorganisation } from '../api/types'
import { ProblemAlert } from '../app/ProblemAlert'
import { useDelayed } from '../app/useDelayed'
import { currentLanguage, formatNumber } from '../i18n'
import { checkQuery } from './queries'
import { useWhere } from './useNames'

const MOST_SHOWN = 50

/** What would be against approving it now, each with its place in words. */
export function CheckTab({ reorganisation }: { reorganisation: Reorganisation }) {
  const { t } = useTranslation()
  const check = useQuery(checkQuery(reorganisation.line))
  const findings = check.data?.findings ?? []
  const where = useWhere(reorganisation, findings)
  const late = useDelayed(check.isPending)
  const language = currentLanguage()
  return (
    <section className="card" data-testid="reorganisation-check">
      <div className="card-head">
        <h2>
          {t('reorganisation.check')}
          {findings.length > 0 && <span className="second">{formatNumber(findings.length)}</span>}
        </h2>
        <Button size="small" icon={<ReloadOutlined />} loading={check.isFetching} data-testid="check-again" onClick={() => void check.refetch()}>
          {t('reorganisation.checkAgain')}
        </Button>
      </div>
      {check.isError && <ProblemAlert error={check.error} title={t('reorganisation.checkFailed')} onRetry={() => void check.refetch()} />}
      {late && <div className="card-body"><Skeleton active paragraph={{ rows: 4 }} /></div>}
      {check.data && findings.length === 0 && (
        <p className="plan-clear" role="status">
          <CheckCircleFilled /> {t('reorganisation.clear')}
        </p>
      )}
      {findings.length > 0 && (
        <Table
          size="small"
          rowKey="key"
          pagination={findings.length > MOST_SHOWN ? { pageSize: MOST_SHOWN, showSizeChanger: false, size: 'small' } : false}
          dataSource={findings.map((finding, key) => ({ key, finding }))}
          columns={[
            { key: 'where', title: t('reorganisation.where'), width: '45%', render: (_, { finding }) => where(finding) || '–' },
            { key: 'what', title: t('reorganisation.what'), render: (_, { finding }) => sayFinding(finding, language) },
          ]}
        />
      )}
    </section>
  )
}
