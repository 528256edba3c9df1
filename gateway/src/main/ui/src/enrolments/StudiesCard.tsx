import { PlusOutlined } from '@ant-design/icons'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Skeleton, Table, Tag } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answer, training } from '../api/client'
import { hasStatus } from '../api/problem'
import type { Enrolment } from '../api/types'
import { useAsOf } from '../app/asOf'
import { ChangeButton } from '../app/ChangeButton'
import { DayText, PartialText } from '../app/DateText'
import { FactDrawer } from '../app/FactDrawer'
import { useMe } from '../app/me'
import { ProblemAlert } from '../app/ProblemAlert'
import { useDelayed } from '../app/useDelayed'
import { etag } from '../people/queries'
import { studiesKey, studiesQuery } from './queries'
import { StudyFields } from './StudyFields'
import { STUDY_FIELDS, studyValues, toStudy, type StudyValues } from './values'

type Change = { kind: 'enrol' } | { kind: 'correct' | 'void'; study: Enrolment }

/** What a person was sent to study, and how it ended. */
export function StudiesCard({ personId }: { personId: string }) {
  const { t } = useTranslation()
  const { asOf } = useAsOf()
  const { can } = useMe()
  const { data, error, isError, isPending, refetch } = useQuery(studiesQuery(personId, asOf))
  const [change, setChange] = useState<Change>()
  const late = useDelayed(isPending)

  if (hasStatus(error, 403)) return null
  const unknown = hasStatus(error, 404)
  return (
    <section className="card" data-testid="studies">
      <div className="card-head">
        <h2>{t('study.title')}</h2>
        {can('learning.write') && (
          <ChangeButton icon={<PlusOutlined />} disabled={!data} onClick={() => setChange({ kind: 'enrol' })} data-testid="add-study">
            {t('study.enrol')}
          </ChangeButton>
        )}
      </div>
      {unknown && <p className="empty">{t('certificate.notYet')}</p>}
      {isError && !unknown && <ProblemAlert error={error} title={t('study.failed')} onRetry={() => void refetch()} />}
      {late && <div className="card-body"><Skeleton active paragraph={{ rows: 2 }} /></div>}
      {data && !unknown && (data.items.length === 0 ? <p className="empty">{t('study.none')}</p> : <Rows items={data.items} onChange={setChange} />)}
      {change && data && <ChangeStudy personId={personId} revision={data.revision} change={change} onClose={() => setChange(undefined)} />}
    </section>
  )
}

function Rows({ items, onChange }: { items: Enrolment[]; onChange: (change: Change) => void }) {
  const { t } = useTranslation()
  const { can } = useMe()
  const mayAct = can('learning.write')
  return (
    <Table<Enrolment>
      size="small"
      className={mayAct ? 'with-acts' : undefined}
      rowKey="id"
      dataSource={items}
      pagination={false}
      columns={[
        {
          key: 'name',
          title: t('study.name'),
          render: (_, study) => (
            <>
              {study.name}
              <div className="third">
                {t(`certificate.kinds.${study.kind}`)}, {t(`certificate.levels.${study.level}`)}
                {study.course === 'COMPLETION' && `, ${t('study.courses.COMPLETION')}`}
              </div>
            </>
          ),
        },
        {
          key: 'provider',
          title: t('study.provider'),
          render: (_, { provider, mode, placeName }) => (
            <>
              {provider}
              <div className="third">
                {t(`study.modes.${mode}`)}
                {placeName && `, ${t('study.at', { place: placeName })}`}
              </div>
            </>
          ),
        },
        {
          key: 'decision',
          title: t('study.decision'),
          width: 130,
          render: (_, { decision, decidedOn }) => (
            <>
              {decision}
              <div className="third">
                <DayText day={decidedOn} />
              </div>
            </>
          ),
        },
        {
          key: 'when',
          title: t('study.when'),
          width: 230,
          render: (_, { startsOn, endsOn, result }) => (
            <>
              <PartialText date={startsOn} /> – {endsOn ? <PartialText date={endsOn} /> : '…'}
              <div>{result ? <Tag color={result === 'COMPLETED' ? 'success' : 'default'}>{t(`study.results.${result}`)}</Tag> : <Tag>{t('study.studying')}</Tag>}</div>
            </>
          ),
        },
        ...(mayAct
          ? [
              {
                key: 'acts',
                title: <span className="sr-only">{t('posts.acts')}</span>,
                className: 'acts',
                width: 150,
                render: (_: unknown, study: Enrolment) =>
                  (['correct', 'void'] as const).map((kind) => (
                    <ChangeButton
                      key={kind}
                      type="link"
                      size="small"
                      danger={kind === 'void'}
                      data-testid={`${kind}-study`}
                      aria-label={t(kind === 'void' ? 'posts.voidThis' : 'posts.correctThis', { title: study.name })}
                      onClick={() => onChange({ kind, study })}
                    >
                      {t(`posts.${kind}`)}
                    </ChangeButton>
                  )),
              },
            ]
          : []),
      ]}
    />
  )
}

function ChangeStudy({ personId, revision, change, onClose }: { personId: string; revision: number; change: Change; onClose: () => void }) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const stands = change.kind !== 'enrol'
  return (
    <FactDrawer<StudyValues>
      title={t(stands ? (change.kind === 'void' ? 'study.void' : 'study.correct') : 'study.enrol')}
      names={STUDY_FIELDS}
      initial={change.kind === 'correct' ? studyValues(change.study) : { course: 'FULL' }}
      revision={revision}
      fields={change.kind === 'void' ? <p>{t('study.voidMeans', { name: change.study.name })}</p> : <StudyFields />}
      withReason={stands}
      confirm={change.kind === 'void' ? { label: t('posts.void'), danger: true } : undefined}
      send={(values, sent) => {
        const header = { 'If-Match': etag(sent.revision) }
        const reason = values.reason?.trim() ?? ''
        switch (change.kind) {
          case 'enrol':
            return answer(
              training.POST('/api/training/people/{personId}/enrolments', {
                params: { path: { personId }, header: { 'Idempotency-Key': sent.key } },
                body: toStudy(values),
              }),
            )
          case 'correct':
            return answer(
              training.PUT('/api/training/people/{personId}/enrolments/{enrolmentId}', {
                params: { path: { personId, enrolmentId: change.study.id }, header },
                body: { ...toStudy(values), reason },
              }),
            )
          case 'void':
            return answer(
              training.POST('/api/training/people/{personId}/enrolments/{enrolmentId}/void', {
                params: { path: { personId, enrolmentId: change.study.id }, header: { ...header, 'Idempotency-Key': sent.key } },
                body: { reason },
              }),
            )
        }
      }}
      reread={async () => {
        const { revision: now, items } = await queries.fetchQuery({ ...studiesQuery(personId, undefined), staleTime: 0 })
        const fresh = change.kind === 'correct' && items.find(({ id }) => id === change.study.id)
        return { revision: now, values: fresh ? studyValues(fresh) : undefined }
      }}
      onSaved={() => void queries.invalidateQueries({ queryKey: studiesKey(personId) })}
      onClose={onClose}
    />
  )
}
