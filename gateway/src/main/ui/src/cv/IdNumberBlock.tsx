import { EditOutlined } from '@ant-design/icons'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, Form, Input, Skeleton, Tag } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answer, personnel } from '../api/client'
import { doubtsIdNumber, hasStatus } from '../api/problem'
import type { IdNumber, IdNumberBelief } from '../api/types'
import { ChangeButton } from '../app/ChangeButton'
import { FactDrawer } from '../app/FactDrawer'
import { useMe } from '../app/me'
import { ProblemAlert } from '../app/ProblemAlert'
import { useDelayed } from '../app/useDelayed'
import { FieldHistory } from '../history/FieldHistory'
import { ALWAYS, versionsOf } from '../history/versions'
import { currentLanguage } from '../i18n'
import { IdNumberField, IdNumberReasonField } from '../people/fields'
import { etag, idNumberQuery, numberChanged } from '../people/queries'
import { toIdNumberCorrection, type IdNumberValues } from '../people/values'

interface BlockProps {
  personId: string
  /** Whether a finding led here. */
  asked: boolean
  withHistory: boolean
}

/** The personal identification number, beside what else of the CV is sensitive; read once that was opened to a purpose. */
export function IdNumberBlock({ personId, asked, withHistory }: BlockProps) {
  const { t } = useTranslation()
  const { can } = useMe()
  const { data, error, isError, isPending, refetch } = useQuery(idNumberQuery(personId))
  const [correcting, setCorrecting] = useState(false)
  const late = useDelayed(isPending)
  const at = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!asked) return
    at.current?.scrollIntoView({ block: 'center' })
    at.current?.focus()
  }, [asked])

  if (hasStatus(error, 403) || hasStatus(error, 404)) return null
  const standing = data?.beliefs.find(({ recordedTo }) => !recordedTo)
  return (
    <>
      {isError && <ProblemAlert error={error} title={t('numbers.failed')} onRetry={() => void refetch()} />}
      {late && <div className="card-body"><Skeleton active paragraph={{ rows: 1 }} /></div>}
      {data && (
        <dl className="cv-kindlist">
          <div ref={at} tabIndex={asked ? -1 : undefined} className={asked ? 'cv-kind asked' : 'cv-kind'} data-testid="id-number">
            <dt>{t('person.idNumber')}</dt>
            <dd>
              <div className="cv-line">
                <span>
                  {standing ? <span data-testid="id-number-standing">{standing.idNumber}</span> : <Tag color="warning">{t('cv.missing')}</Tag>}
                  {standing?.document && <span className="third"> · {standing.document}</span>}
                </span>
                {can('cv-sensitive.write') && (
                  <span className="acts">
                    <ChangeButton type="link" size="small" icon={<EditOutlined />} data-testid="correct-id-number" aria-label={t('posts.correctThis', { title: t('person.idNumber') })} onClick={() => setCorrecting(true)}>
                      {t(standing ? 'posts.correct' : 'cv.addShort')}
                    </ChangeButton>
                  </span>
                )}
              </div>
              {data.doubts.map(({ code, messages }) => (
                <Alert key={code} type="warning" showIcon title={messages[currentLanguage()]} description={standing?.idNumberReason} />
              ))}
              {withHistory && data.beliefs.length > 0 && <Beliefs beliefs={data.beliefs} />}
            </dd>
          </div>
        </dl>
      )}
      {correcting && data && <IdNumberDrawer now={data} standing={standing} onClose={() => setCorrecting(false)} />}
    </>
  )
}

function Beliefs({ beliefs }: { beliefs: IdNumberBelief[] }) {
  const { t } = useTranslation()
  return (
    <div data-testid="id-number-history">
      <FieldHistory<IdNumberBelief>
        label={t('person.idNumber')}
        versions={versionsOf(beliefs)}
        rowKey={({ recordedFrom }) => recordedFrom}
        what={({ idNumber, idNumberReason }) => (
          <>
            {idNumber}
            {idNumberReason && <div className="third">{idNumberReason}</div>}
          </>
        )}
        valid={() => ALWAYS}
        source={({ document }) => ({ document })}
      />
    </div>
  )
}

const typedOf = (standing: IdNumberBelief | undefined): IdNumberValues => ({
  idNumber: standing?.idNumber ?? '',
  document: standing?.document ?? '',
})

function IdNumberDrawer({ now, standing, onClose }: { now: IdNumber; standing: IdNumberBelief | undefined; onClose: () => void }) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const { personId } = now
  const [doubted, setDoubted] = useState(false)
  return (
    <FactDrawer<IdNumberValues>
      title={t('numbers.idNumber')}
      names={['idNumber', 'idNumberReason', 'document', 'reason']}
      initial={typedOf(standing)}
      revision={now.revision}
      fields={
        <>
          <IdNumberField extra={standing ? t('numbers.takeBackHint') : undefined} />
          {doubted && <IdNumberReasonField />}
          <Form.Item name="document" label={t('conduct.document')} extra={t('cv.documentHint')}>
            <Input autoComplete="off" maxLength={200} data-testid="field-document" />
          </Form.Item>
        </>
      }
      withReason
      send={async (typed, { revision }) => {
        try {
          return await answer(
            personnel.PUT('/api/personnel/people/{personId}/id-number', {
              params: { path: { personId }, header: { 'If-Match': etag(revision) } },
              body: toIdNumberCorrection(typed),
            }),
          )
        } catch (error) {
          if (doubtsIdNumber(error)) setDoubted(true)
          throw error
        }
      }}
      reread={async () => {
        const fresh = await queries.fetchQuery({ ...idNumberQuery(personId), staleTime: 0 })
        return { revision: fresh.revision, values: typedOf(fresh.beliefs.find(({ recordedTo }) => !recordedTo)) }
      }}
      onSaved={() => numberChanged(queries, personId)}
      onClose={onClose}
    />
  )
}
