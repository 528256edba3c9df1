import { HistoryOutlined, PlusOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Dropdown, Skeleton, Table, Tag } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { hasStatus } from '../api/problem'
import type { Cv, CvCatalogue, CvClass, CvEntry, CvKind } from '../api/types'
import { useAsOf } from '../app/asOf'
import { ChangeButton } from '../app/ChangeButton'
import { useMe } from '../app/me'
import { ProblemAlert } from '../app/ProblemAlert'
import { purpose } from '../app/purpose'
import { PurposeGate } from '../app/PurposeGate'
import { useDelayed } from '../app/useDelayed'
import { Declarations } from '../declarations/Declarations'
import { DECLARATIONS_READ_BY, isDeclared } from '../declarations/queries'
import './cv.css'
import { CvDrawer, type CvChange } from './CvDrawer'
import { CvHistory } from './CvHistory'
import { IdNumberBlock } from './IdNumberBlock'
import { PrintCv } from './PrintCv'
import { catalogueQuery, cvQuery, declares, READ_BY, WRITTEN_BY } from './queries'
import { entryText, itemsText, said, valueText } from './values'

const CLASSES: readonly CvClass[] = ['PERSONAL', 'SENSITIVE', 'RESTRICTED']

/** The CV (sơ yếu lý lịch), in the order of the official forms; what is sensitive is opened to a purpose. */
export function CvTab({ personId }: { personId: string }) {
  const { t } = useTranslation()
  const { can } = useMe()
  const { data: catalogue, error, isError, isPending, refetch } = useQuery(catalogueQuery())
  const late = useDelayed(isPending)
  return (
    <div className="cv" data-testid="cv">
      {isError && <ProblemAlert error={error} title={t('cv.failed')} onRetry={() => void refetch()} />}
      {late && <div className="card card-body"><Skeleton active paragraph={{ rows: 6 }} /></div>}
      {catalogue &&
        CLASSES.filter((fieldClass) => can(READ_BY[fieldClass])).map((fieldClass) => (
          <CvSection key={fieldClass} personId={personId} catalogue={catalogue} fieldClass={fieldClass} />
        ))}
    </div>
  )
}

/** No entry of the CV, and read and put right beside those that are as sensitive. */
const ID_NUMBER = 'ID_NUMBER'

/** The kind to which a finding led, as `PARTY_MEMBERSHIP`. */
const useAskedKind = () => useSearchParams()[0].get('kind')

interface SectionProps {
  personId: string
  catalogue: CvCatalogue
  fieldClass: CvClass
}

function CvSection(props: SectionProps) {
  const { t } = useTranslation()
  const { fieldClass, catalogue } = props
  const asked = useAskedKind()
  const leadsHere =
    catalogue.kinds.some(({ code, fieldClass: of }) => code === asked && of === fieldClass) || (asked === ID_NUMBER && fieldClass === 'SENSITIVE')
  const [opened, setOpened] = useState(false)
  // Whoever comes from a finding has said why they look, and goes straight to where it is put right.
  const led = leadsHere && fieldClass === 'SENSITIVE' && !!purpose()
  if (opened || led || fieldClass === 'PERSONAL') return <OpenSection {...props} />
  return (
    <section className="card" data-testid={`cv-${fieldClass}`}>
      <div className="card-head">
        <h2>{t(`cv.classes.${fieldClass}`)}</h2>
      </div>
      <PurposeGate what={t(`cv.hidden.${fieldClass}`)} onOpen={() => setOpened(true)} />
    </section>
  )
}

function OpenSection({ personId, catalogue, fieldClass }: SectionProps) {
  const { t } = useTranslation()
  const { asOf } = useAsOf()
  const { me, can } = useMe()
  const { data, error, isError, isPending, refetch } = useQuery(cvQuery(personId, fieldClass, asOf))
  const [change, setChange] = useState<CvChange>()
  const [withHistory, setWithHistory] = useState(false)
  const asked = useAskedKind()
  const late = useDelayed(isPending)
  const keeps = can(WRITTEN_BY[fieldClass])
  // Whoever keeps CVs writes them; who sees their own alone asks for it.
  const declared = isDeclared(fieldClass) ? fieldClass : undefined
  const own = declares(me, personId)
  const declaredAs = own && !keeps ? declared : undefined
  const mayAct = keeps || !!declaredAs

  if (hasStatus(error, 403) || hasStatus(error, 404)) return null
  const kinds = catalogue.kinds.filter((kind) => kind.fieldClass === fieldClass)
  return (
    <section className="card" data-testid={`cv-${fieldClass}`}>
      <div className="card-head">
        <h2>{t(`cv.classes.${fieldClass}`)}</h2>
        <span className="cv-acts">
          {data && fieldClass === 'SENSITIVE' && can('cv.print') && <PrintCv personId={personId} full={false} />}
          {data && fieldClass === 'RESTRICTED' && can('cv-restricted.print') && <PrintCv personId={personId} full />}
          <Button size="small" type="text" icon={<HistoryOutlined />} aria-pressed={withHistory} onClick={() => setWithHistory((shown) => !shown)}>
            {t(withHistory ? 'history.hide' : 'history.show')}
          </Button>
          {mayAct && (
            <Dropdown
              trigger={['click']}
              menu={{
                className: 'cv-kinds',
                items: kinds.map((kind) => ({ key: kind.code, label: said(kind) })),
                onClick: ({ key }) => setChange({ act: 'add', kind: kinds.find(({ code }) => code === key)! }),
              }}
            >
              <ChangeButton icon={<PlusOutlined />} disabled={!data} data-testid={`add-cv-${fieldClass}`}>
                {t(declaredAs ? 'declaration.add' : 'cv.add')}
              </ChangeButton>
            </Dropdown>
          )}
        </span>
      </div>
      {isError && <ProblemAlert error={error} title={t('cv.failed')} onRetry={() => void refetch()} />}
      {late && <div className="card-body"><Skeleton active paragraph={{ rows: 4 }} /></div>}
      {data && declared && can(DECLARATIONS_READ_BY[declared]) && (
        <Declarations personId={personId} catalogue={catalogue} fieldClass={declared} own={own} keeps={keeps} />
      )}
      {fieldClass === 'SENSITIVE' && <IdNumberBlock personId={personId} asked={asked === ID_NUMBER} withHistory={withHistory} />}
      {data && (
        <dl className="cv-kindlist">
          {kinds
            .filter(({ code }) => code === asked || data.missing.includes(code) || data.entries.some(({ kind }) => kind === code))
            .map((kind) => (
              <Kind key={kind.code} catalogue={catalogue} kind={kind} cv={data} asks={!!declaredAs} onChange={mayAct ? setChange : undefined} />
            ))}
        </dl>
      )}
      {data && data.entries.length === 0 && data.missing.length === 0 && <p className="empty">{t('cv.none')}</p>}
      {data && withHistory && <CvHistory personId={personId} catalogue={catalogue} fieldClass={fieldClass} />}
      {change && data && (
        <CvDrawer personId={personId} catalogue={catalogue} fieldClass={fieldClass} revision={data.revision} change={change} declaredAs={declaredAs} onClose={() => setChange(undefined)} />
      )}
    </section>
  )
}

interface KindProps {
  catalogue: CvCatalogue
  kind: CvKind
  cv: Cv
  /** Whether the reader asks for entries and does not record them. */
  asks: boolean
  onChange?: (change: CvChange) => void
}

function Kind({ catalogue, kind, cv, asks, onChange }: KindProps) {
  const { t } = useTranslation()
  const entries = cv.entries.filter((entry) => entry.kind === kind.code)
  const asked = useAskedKind() === kind.code
  const at = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!asked) return
    at.current?.scrollIntoView({ block: 'center' })
    at.current?.focus()
  }, [asked])
  return (
    <div ref={at} tabIndex={asked ? -1 : undefined} className={asked ? 'cv-kind asked' : 'cv-kind'} data-testid={`cv-kind-${kind.code}`}>
      <dt>
        {said(kind)}
        <div className="third">{itemsText(kind)}</div>
      </dt>
      <dd>
        {entries.length === 0 && (
          <span className="cv-missing">
            <Tag color="warning">{t('cv.missing')}</Tag>
            {onChange && (
              <ChangeButton type="link" size="small" aria-label={asks ? `${t('declaration.add')}: ${said(kind)}` : t('cv.addThis', { kind: said(kind) })} onClick={() => onChange({ act: 'add', kind })}>
                {t(asks ? 'declaration.addShort' : 'cv.addShort')}
              </ChangeButton>
            )}
          </span>
        )}
        {entries.length > 0 && !(kind.many && kind.fields.length > 2) &&
          entries.map((entry) => (
            <div key={entry.id} className="cv-line">
              <span>
                {entryText(catalogue, kind, entry)}
                {entry.document && <span className="third"> · {entry.document}</span>}
              </span>
              {onChange && <Acts kind={kind} entry={entry} what={entryText(catalogue, kind, entry)} onChange={onChange} />}
            </div>
          ))}
        {entries.length > 0 && kind.many && kind.fields.length > 2 && (
          <Table<CvEntry>
            size="small"
            rowKey="id"
            pagination={false}
            dataSource={entries}
            columns={[
              ...kind.fields
                .filter(({ code }) => entries.some(({ values }) => values[code]))
                .map((field) => ({
                  key: field.code,
                  title: said(field),
                  className: field.type === 'NUMBER' ? 'number' : field.type === 'DATE' || field.type === 'YEAR' ? 'cv-day' : undefined,
                  render: (_: unknown, { values }: CvEntry) => (values[field.code] ? valueText(catalogue, field, values[field.code]!) : ''),
                })),
              ...(entries.some(({ document }) => document) ? [{ key: 'document', title: t('conduct.document'), dataIndex: 'document' }] : []),
              ...(onChange
                ? [
                    {
                      key: 'acts',
                      title: <span className="sr-only">{t('posts.acts')}</span>,
                      className: 'acts',
                      width: 120,
                      render: (_: unknown, entry: CvEntry) => <Acts kind={kind} entry={entry} what={entryText(catalogue, kind, entry)} onChange={onChange} />,
                    },
                  ]
                : []),
            ]}
          />
        )}
      </dd>
    </div>
  )
}

function Acts({ kind, entry, what, onChange }: { kind: CvKind; entry: CvEntry; what: string; onChange: (change: CvChange) => void }) {
  const { t } = useTranslation()
  return (
    <span className="acts">
      {(['correct', 'void'] as const).map((act) => (
        <ChangeButton
          key={act}
          type="link"
          size="small"
          danger={act === 'void'}
          data-testid={`${act}-cv`}
          aria-label={t(act === 'void' ? 'posts.voidThis' : 'posts.correctThis', { title: what })}
          onClick={() => onChange({ act, kind, entry })}
        >
          {t(`posts.${act}`)}
        </ChangeButton>
      ))}
    </span>
  )
}
