import { useInfiniteQuery } from '@tanstack/react-query'
import { Button, Skeleton, Table } from 'antd'
import { useTranslation } from 'react-i18next'
import { answer, personnel, planning, training } from '../api/client'
import { hasCode, hasStatus } from '../api/problem'
import type { View, ViewPage } from '../api/types'
import { InstantText } from '../app/DateText'
import { ProblemAlert } from '../app/ProblemAlert'
import { PURPOSES, usePurpose } from '../app/purpose'
import { PurposeGate } from '../app/PurposeGate'
import { useRoleName } from '../app/roles'
import { useDelayed } from '../app/useDelayed'
import { useUnits } from '../app/units'

type Service = 'personnel' | 'training' | 'planning'

function page(service: Service, personId: string, cursor: string | undefined, signal: AbortSignal): Promise<ViewPage> {
  const asked = { params: { path: { personId }, query: { cursor, limit: 50 } }, signal }
  switch (service) {
    case 'personnel':
      return answer(personnel.GET('/api/personnel/people/{personId}/views', asked))
    case 'training':
      return answer(training.GET('/api/training/people/{personId}/views', asked))
    case 'planning':
      return answer(planning.GET('/api/planning/people/{personId}/views', asked))
  }
}

/**
 * Who looked at the dossier or changed it, in each service that has a part of it. The purpose is asked for once, before any
 * of them is asked, and so is a new sign-in.
 */
export function ViewsTab({ personId }: { personId: string }) {
  const { t } = useTranslation()
  const purpose = usePurpose()
  return (
    <div className="history" data-testid="views">
      {purpose ? (
        <Opened personId={personId} />
      ) : (
        <section className="card">
          <PurposeGate what={t('views.hidden')} onOpen={() => undefined} />
        </section>
      )}
    </div>
  )
}

function Opened({ personId }: { personId: string }) {
  const { t } = useTranslation()
  const services = [useViews('personnel', personId), useViews('training', personId), useViews('planning', personId)]
  const old = services.find(({ views }) => hasCode(views.error, 'sign-in-again'))
  if (old) return <ProblemAlert error={old.views.error} title={t('views.failed')} />
  return services.map(({ service, views }) => <ViewsOf key={service} service={service} views={views} />)
}

function useViews(service: Service, personId: string) {
  const views = useInfiniteQuery({
    queryKey: ['views', service, personId],
    queryFn: ({ pageParam, signal }) => page(service, personId, pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next,
    staleTime: 0,
  })
  return { service, views }
}

function PurposeText({ code }: { code?: string }) {
  const { t } = useTranslation()
  const known = PURPOSES.find((purpose) => purpose === code)
  return <>{known ? t(`purpose.codes.${known}`) : code}</>
}

function ViewsOf({ service, views }: ReturnType<typeof useViews>) {
  const { t } = useTranslation()
  const roleName = useRoleName()
  const { data: units } = useUnits(undefined)
  const late = useDelayed(views.isPending)
  const rows = views.data?.pages.flatMap(({ items }) => items)
  const unitName = (id: string) => units?.find((unit) => unit.id === id)?.name

  if (hasStatus(views.error, 404)) return null
  return (
    <section className="card" data-testid={`views-${service}`}>
      <h2>{t(`service.${service}`)}</h2>
      {views.isError && <ProblemAlert error={views.error} title={t('views.failed')} onRetry={() => void views.refetch()} />}
      {late && <div className="card-body"><Skeleton active paragraph={{ rows: 3 }} /></div>}
      {rows?.length === 0 && <p className="empty">{t('views.none')}</p>}
      {!!rows?.length && (
        <Table<View>
          size="small"
          pagination={false}
          rowKey={(view) => `${view.at} ${view.operation} ${view.username}`}
          dataSource={rows}
          columns={[
            { key: 'at', title: t('views.at'), width: 160, render: (_, { at }) => <InstantText at={at} /> },
            { key: 'who', title: t('views.who'), width: 180, dataIndex: 'username' },
            {
              key: 'what',
              title: t('views.what'),
              render: (_, view) => (
                <>
                  {t(`views.actions.${view.action.replace('.', '_')}`, { defaultValue: view.action })}
                  {view.manner === 'FILE' && <div className="third">{t('views.file')}</div>}
                  {!!view.people && view.people > 1 && <div className="third">{t('views.among', { total: view.people })}</div>}
                  {view.searched && <div className="third">{t('views.searched', { words: view.searched })}</div>}
                  {view.detail && <div className="third">{view.detail}</div>}
                </>
              ),
            },
            {
              key: 'right',
              title: t('views.right'),
              render: (_, { rights }) =>
                [...new Set(rights.map(({ role }) => role))].map((role) => (
                  <div key={role}>
                    {roleName(role)}
                    <div className="third">
                      {rights
                        .filter((right) => right.role === role)
                        .flatMap(({ unitId }) => unitName(unitId) ?? [])
                        .join(', ')}
                    </div>
                  </div>
                )),
            },
            { key: 'purpose', title: t('purpose.label'), width: 190, render: (_, view) => <PurposeText code={view.purpose} /> },
            { key: 'class', title: t('views.class'), width: 120, render: (_, view) => t(`views.classes.${view.fieldClass}`) },
          ]}
        />
      )}
      {views.hasNextPage && (
        <div className="card-body">
          <Button loading={views.isFetchingNextPage} onClick={() => void views.fetchNextPage()}>
            {t('work.more')}
          </Button>
        </div>
      )}
    </section>
  )
}
