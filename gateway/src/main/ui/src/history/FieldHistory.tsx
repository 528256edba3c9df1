import { CheckOutlined, HistoryOutlined, StopOutlined } from '@ant-design/icons'
import type { UseQueryResult } from '@tanstack/react-query'
import { Select, Skeleton, Table, Tag } from 'antd'
import { useId, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Day } from '../app/dates'
import { InstantText, Period } from '../app/DateText'
import { ProblemAlert } from '../app/ProblemAlert'
import { useDelayed } from '../app/useDelayed'
import './history.css'
import { SourceText, type Source } from './SourceText'
import { BEGINNING, endedBecause, endedBy, type Belief, type Version } from './versions'

interface HistoryOfProps<T> {
  query: UseQueryResult<T>
  children: (data: T) => ReactNode
}

/** A history as it comes: it is waited for, may fail and be asked for again. */
export function HistoryOf<T>({ query: { data, error, isError, isPending, refetch }, children }: HistoryOfProps<T>) {
  const { t } = useTranslation()
  const late = useDelayed(isPending)
  if (isError) return <ProblemAlert error={error} title={t('history.failed')} onRetry={() => void refetch()} />
  if (data === undefined) return late ? <div className="card-body"><Skeleton active paragraph={{ rows: 4 }} /></div> : null
  return children(data)
}

interface FieldHistoryProps<T extends Belief> {
  /** What the history is of, for those who hear the page. */
  label: string
  versions: readonly Version<T>[]
  rowKey: (fact: T) => string
  /** Which field it is, where a table has several. */
  field?: (fact: T) => string
  what: (fact: T) => ReactNode
  valid: (fact: T) => { validFrom: Day; validTo?: Day }
  source: (fact: T) => Source
}

/** Lịch sử của trường: what was believed of a field, from when to when it was true, from which paper, who wrote it and who put it right. */
export function FieldHistory<T extends Belief>({ label, versions, rowKey, field, what, valid, source }: FieldHistoryProps<T>) {
  const { t } = useTranslation()
  const id = useId()
  const [chosen, setChosen] = useState<string>()
  if (versions.length === 0) return <p className="empty">{t('history.none')}</p>
  const fields = field ? [...new Set(versions.map(({ fact }) => field(fact)))] : []
  return (
    <>
      {fields.length > 1 && (
        <div className="history-field">
          <label htmlFor={id}>{t('history.field')}</label>
          <Select<string>
            id={id}
            size="small"
            allowClear
            value={chosen}
            placeholder={t('history.everyField')}
            data-testid="history-field"
            onChange={setChosen}
            options={fields.map((each) => ({ value: each, label: each }))}
          />
        </div>
      )}
      {/* It is moved sideways from the keyboard as well. */}
      <div role="group" aria-label={label} tabIndex={0} className={field ? 'field-history with-field' : 'field-history'}>
        <Table<Version<T>>
          size="small"
          pagination={false}
          tableLayout="fixed"
          rowKey={({ fact }) => rowKey(fact)}
          dataSource={field && chosen ? versions.filter(({ fact }) => field(fact) === chosen) : versions}
          rowClassName={({ state }) => (state === 'stands' ? '' : 'superseded')}
          columns={[
            { key: 'state', title: t('history.state'), width: 140, render: (_, { state }) => <StateTag state={state} /> },
            ...(field ? [{ key: 'field', title: t('history.field'), width: 160, render: (_: unknown, { fact }: Version<T>) => field(fact) }] : []),
            { key: 'what', title: t('history.what'), render: (_, { fact }) => <span className="what">{what(fact)}</span> },
            { key: 'valid', title: t('history.valid'), width: 140, render: (_, { fact }) => <Validity {...valid(fact)} /> },
            { key: 'source', title: t('history.source'), width: 160, render: (_, { fact }) => <SourceText {...source(fact)} /> },
            {
              key: 'recorded',
              title: t('history.recorded'),
              width: 190,
              render: (_, { fact: { by, recordedFrom, reason } }) => <Act by={by} at={recordedFrom} because={reason} />,
            },
            {
              key: 'ended',
              title: t('history.ended'),
              width: 190,
              // What replaced a belief stands in the line above, and so does why.
              render: (_, version) =>
                version.fact.recordedTo && <Act by={endedBy(version)} at={version.fact.recordedTo} because={endedBecause(version)} />,
            },
          ]}
        />
      </div>
    </>
  )
}

function Validity({ validFrom, validTo }: { validFrom: Day; validTo?: Day }) {
  const { t } = useTranslation()
  return validFrom === BEGINNING && !validTo ? <>{t('history.always')}</> : <Period validFrom={validFrom} validTo={validTo} />
}

function Act({ by, at, because }: { by?: string; at: string; because?: string }) {
  const { t } = useTranslation()
  return (
    <>
      {by ?? <span className="third">{t('history.unnamed')}</span>}
      <div>
        <InstantText at={at} />
      </div>
      {because && <div className="history-why">{because}</div>}
    </>
  )
}

const MARKS = {
  stands: { color: 'success', icon: <CheckOutlined /> },
  superseded: { color: 'default', icon: <HistoryOutlined /> },
  voided: { color: 'error', icon: <StopOutlined /> },
} as const

function StateTag({ state }: { state: Version<unknown>['state'] }) {
  const { t } = useTranslation()
  return (
    <Tag variant="outlined" {...MARKS[state]}>
      {t(`history.${state}`)}
    </Tag>
  )
}
