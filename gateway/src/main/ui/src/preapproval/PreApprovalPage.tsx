import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Form, Radio, Skeleton, Table, Tag } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type ManagementScope, SCOPES } from '../api/types'
import { AskDrawer } from '../app/AskDrawer'
import { useAsOf } from '../app/asOf'
import { ChangeButton } from '../app/ChangeButton'
import { formatDay, parseDay } from '../app/dates'
import { DayText, InstantText } from '../app/DateText'
import { useMe } from '../app/me'
import { NoRights } from '../app/Missing'
import { ProblemAlert } from '../app/ProblemAlert'
import { useDelayed } from '../app/useDelayed'
import { usePageTitle } from '../app/usePageTitle'
import { day as dayRule, ReasonField, required, TypedDate } from '../people/fields'
import { modeOn } from './mode'
import { preApprovalQuery, sayPreApproval } from './queries'

const MODES = ['STORE', 'POINTER'] as const

/** What of plans and procedures is kept before they are approved: for each management scope what holds, and what was said. */
export function PreApprovalPage() {
  const { t } = useTranslation()
  const { me, can } = useMe()
  const { day } = useAsOf()
  const { data, error, isError, isPending, refetch } = useQuery(preApprovalQuery)
  const [asked, setAsked] = useState<ManagementScope>()
  const late = useDelayed(isPending)
  usePageTitle(t('preApproval.title'))

  if (me && !can('plan.read')) return <NoRights />
  return (
    <div className="page">
      <div className="page-head">
        <h1>{t('preApproval.title')}</h1>
      </div>
      <p className="second">{t('preApproval.why')}</p>
      {isError && <ProblemAlert error={error} title={t('preApproval.failed')} onRetry={() => void refetch()} />}
      {late && <div className="card card-body"><Skeleton active /></div>}
      {data && (
        <section className="card">
          <Table
            size="small"
            pagination={false}
            rowKey={(scope) => scope}
            dataSource={[...SCOPES]}
            columns={[
              { key: 'scope', title: t('post.scope'), render: (_, scope) => t(`scope.${scope}`) },
              {
                key: 'mode',
                title: t('preApproval.now'),
                width: 240,
                render: (_, scope) => {
                  const mode = modeOn(data.items, scope, day)
                  return <Tag color={mode === 'POINTER' ? 'warning' : 'default'}>{t(`preApproval.modes.${mode}`)}</Tag>
                },
              },
              {
                key: 'said',
                title: t('preApproval.said'),
                render: (_, scope) =>
                  data.items
                    .filter(({ managementScope }) => managementScope === scope)
                    .map((said) => (
                      <div key={said.validFrom}>
                        {t('preApproval.from')} <DayText day={said.validFrom} />: {t(`preApproval.modes.${said.mode}`)}
                        <div className="third">
                          {said.reason}. {said.by}, <InstantText at={said.at} />
                        </div>
                      </div>
                    )),
              },
              ...(can('pre-approval.write')
                ? [
                    {
                      key: 'act',
                      title: <span className="sr-only">{t('posts.acts')}</span>,
                      width: 110,
                      render: (_: unknown, scope: ManagementScope) => (
                        <ChangeButton
                          size="small"
                          data-testid={`say-${scope}`}
                          aria-label={`${t('preApproval.change')}: ${t(`scope.${scope}`)}`}
                          onClick={() => setAsked(scope)}
                        >
                          {t('preApproval.change')}
                        </ChangeButton>
                      ),
                    },
                  ]
                : []),
            ]}
          />
        </section>
      )}
      {asked && <SayDrawer scope={asked} onClose={() => setAsked(undefined)} />}
    </div>
  )
}

interface Typed {
  mode: (typeof MODES)[number]
  validFrom: string
  reason: string
}

function SayDrawer({ scope, onClose }: { scope: ManagementScope; onClose: () => void }) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const { day } = useAsOf()
  return (
    <AskDrawer
      title={t('preApproval.change')}
      confirmTestId="confirm-say"
      about={<p className="second">{t(`scope.${scope}`)}</p>}
      names={['mode', 'validFrom', 'reason']}
      initial={{ mode: 'POINTER' as const, validFrom: formatDay(day) }}
      send={(typed: Typed) => sayPreApproval(scope, { mode: typed.mode, validFrom: parseDay(typed.validFrom) ?? '', reason: typed.reason.trim() })}
      onDone={(list) => {
        queries.setQueryData(preApprovalQuery.queryKey, list)
        onClose()
      }}
      onClose={onClose}
      fields={
        <>
          <Form.Item name="mode" label={t('preApproval.now')} rules={[{ required: true }]}>
            <Radio.Group className="stacked" options={MODES.map((value) => ({ value, label: t(`preApproval.modes.${value}`) }))} />
          </Form.Item>
          <Form.Item name="validFrom" label={t('preApproval.from')} validateTrigger="onBlur" rules={[required(t, t('preApproval.from')), dayRule(t)]}>
            <TypedDate placeholder={t('form.dayPlaceholder')} data-testid="field-validFrom" />
          </Form.Item>
          <ReasonField />
        </>
      }
    />
  )
}
