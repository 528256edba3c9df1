import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Switch } from 'antd'
import { useTranslation } from 'react-i18next'
import { ProblemAlert } from '../app/ProblemAlert'
import { wantWorkNotice, workNoticeQuery } from './queries'

/** Whether the account is told by e-mail that work waits; only where the house sends any. */
export function NoticeSwitch() {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const { data: notice } = useQuery(workNoticeQuery)
  const change = useMutation({
    mutationFn: wantWorkNotice,
    onSuccess: (now) => queries.setQueryData(workNoticeQuery.queryKey, now),
  })
  if (!notice?.offered) return null
  return (
    <section className="card card-body">
      <label>
        <Switch
          size="small"
          checked={notice.wanted}
          disabled={!notice.address && !notice.wanted}
          loading={change.isPending}
          onChange={(wanted) => change.mutate(wanted)}
          data-testid="work-notice"
        />{' '}
        {t('work.notice.want')}
      </label>
      <div className="third">{notice.address ? t('work.notice.to', { address: notice.address }) : t('work.notice.noAddress')}</div>
      {change.isError && <ProblemAlert error={change.error} title={t('form.notSaved')} />}
    </section>
  )
}
