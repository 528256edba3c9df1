import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Popconfirm, Progress, Tag } from 'antd'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { ImportRun } from '../api/types'
import { InstantText } from '../app/DateText'
import { ProblemAlert } from '../app/ProblemAlert'
import { formatNumber } from '../i18n'
import { cancelRun, runsQuery, type ImportService } from './queries'
import { goesOn, percentOf, sortOf } from './runs'

/** Workbooks that go on by themselves: how far each is, whatever page its owner is on meanwhile. */
export function RunsCard({ service, onShow }: { service: ImportService; onShow: (run: ImportRun) => void }) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const runs = useQuery(runsQuery(service))
  const cancel = useMutation({
    mutationFn: (run: string) => cancelRun(service, run),
    onSettled: () => void queries.invalidateQueries({ queryKey: ['import-runs', service] }),
  })
  if (!runs.data?.length) return null
  const open = runs.data.filter(goesOn).length
  return (
    <section className="card" data-testid="import-runs">
      <h2>{t('import.runs.title')}</h2>
      <p className="sr-only" role="status">{open > 0 ? t('import.runs.open', { count: open }) : t('import.runs.none')}</p>
      {open > 0 && <p className="card-body second">{t('import.runs.leave')}</p>}
      {cancel.isError && <ProblemAlert error={cancel.error} title={t('import.runs.cancelFailed')} />}
      <ul className="import-runs">
        {runs.data.map((run) => (
          <li key={run.id} data-testid="import-run">
            <div className="import-run-head">
              <b>{run.file}</b>
              <Tag>{t(`import.runs.${sortOf(run)}`)}</Tag>
              <InstantText at={run.askedAt} />
            </div>
            {goesOn(run) ? (
              <>
                <Progress percent={percentOf(run)} status="active" aria-label={t('import.runs.progress', { file: run.file })} />
                <span className="second import-run-says">{says(run, t)}</span>
              </>
            ) : (
              <span className="second import-run-says">{says(run, t)}</span>
            )}
            {goesOn(run) && (
              <Popconfirm
                title={t(run.undoing ? 'import.runs.cancelUndoMeans' : 'import.runs.cancelMeans')}
                okText={t('import.runs.cancel')}
                cancelText={t('import.runs.goOn')}
                onConfirm={() => cancel.mutate(run.id)}
              >
                <Button size="small" danger loading={cancel.isPending && cancel.variables === run.id} data-testid="import-run-cancel">
                  {t('import.runs.cancel')}
                </Button>
              </Popconfirm>
            )}
            {run.state === 'ENDED' && (
              <Button size="small" onClick={() => onShow(run)} data-testid="import-run-show">
                {t('import.runs.show')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

function says({ state, undoing, phase, lines, of }: ImportRun, t: TFunction): string {
  switch (state) {
    case 'WAITING':
      return t('import.runs.waiting')
    case 'RUNNING':
      return t(`import.runs.phases.${phase}`, { lines: formatNumber(lines), of: formatNumber(of) })
    case 'ENDED':
    case 'CANCELLED':
    case 'BROKEN_OFF':
      return t(`import.runs.${undoing ? 'undoStates' : 'states'}.${state}`)
  }
}
