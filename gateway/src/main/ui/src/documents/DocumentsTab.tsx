import { CheckCircleOutlined, DownloadOutlined, PlusOutlined } from '@ant-design/icons'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Button, Skeleton, Table, Tag } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { hasStatus } from '../api/problem'
import type { CvCatalogue, Documents, Paper, PaperKind, ProvableFact } from '../api/types'
import { ChangeButton } from '../app/ChangeButton'
import { InstantText, PartialText } from '../app/DateText'
import { useMe } from '../app/me'
import { ProblemAlert } from '../app/ProblemAlert'
import { purpose } from '../app/purpose'
import { PurposeGate } from '../app/PurposeGate'
import { useDelayed } from '../app/useDelayed'
import { catalogueQuery } from '../cv/queries'
import { said } from '../cv/values'
import { currentLanguage, formatNumber } from '../i18n'
import './documents.css'
import { PaperDrawer, type PaperChange } from './PaperDrawer'
import { documentsQuery, PAPER_CLASSES, READ_BY, takePaper, WRITTEN_BY, type PaperClass } from './queries'
import { factKind, factText, sizeText } from './values'

interface SectionProps {
  personId: string
  paperClass: PaperClass
}

/** The papers of a dossier, what each proves, and those that are missing; opened to a purpose, as what they prove is. */
export function DocumentsTab({ personId }: { personId: string }) {
  const { can } = useMe()
  return (
    <div className="documents" data-testid="documents">
      {PAPER_CLASSES.filter((paperClass) => can(READ_BY[paperClass])).map((paperClass) => (
        <Section key={paperClass} personId={personId} paperClass={paperClass} />
      ))}
    </div>
  )
}

function Section({ personId, paperClass }: SectionProps) {
  const { t } = useTranslation()
  const [opened, setOpened] = useState(paperClass === 'SENSITIVE' && !!purpose())
  if (opened) return <Opened personId={personId} paperClass={paperClass} />
  return (
    <section className="card" data-testid={`documents-${paperClass}`}>
      <h2>{t(`documents.classes.${paperClass}`)}</h2>
      <PurposeGate what={t(`documents.hidden.${paperClass}`)} onOpen={() => setOpened(true)} />
    </section>
  )
}

function Opened({ personId, paperClass }: SectionProps) {
  const { t } = useTranslation()
  const { can } = useMe()
  const { data, error, isError, isPending, refetch } = useQuery(documentsQuery(personId, paperClass))
  const catalogue = useQuery(catalogueQuery())
  const [change, setChange] = useState<PaperChange>()
  const late = useDelayed(isPending)
  const mayAct = can(WRITTEN_BY[paperClass])

  if (hasStatus(error, 403) || hasStatus(error, 404)) return null
  return (
    <>
      <section className="card" data-testid={`documents-${paperClass}`}>
        <div className="card-head">
          <h2>{t(`documents.classes.${paperClass}`)}</h2>
          {mayAct && (
            <ChangeButton icon={<PlusOutlined />} disabled={!data} data-testid={`add-paper-${paperClass}`} onClick={() => setChange({ act: 'add' })}>
              {t('documents.add')}
            </ChangeButton>
          )}
        </div>
        {isError && <ProblemAlert error={error} title={t('documents.failed')} onRetry={() => void refetch()} />}
        {catalogue.isError && <ProblemAlert error={catalogue.error} title={t('cv.failed')} onRetry={() => void catalogue.refetch()} />}
        {late && <div className="card-body"><Skeleton active paragraph={{ rows: 4 }} /></div>}
        {data?.items.length === 0 && <p className="empty">{t('documents.none')}</p>}
        {!!data?.items.length && (
          <Papers personId={personId} paperClass={paperClass} documents={data} catalogue={catalogue.data} onVoid={mayAct ? (paper) => setChange({ act: 'void', paper }) : undefined} />
        )}
      </section>
      {data && <Missing paperClass={paperClass} documents={data} catalogue={catalogue.data} onAdd={mayAct ? setChange : undefined} />}
      {change && data && (
        <PaperDrawer personId={personId} paperClass={paperClass} documents={data} catalogue={catalogue.data} change={change} onClose={() => setChange(undefined)} />
      )}
    </>
  )
}

interface PapersProps extends SectionProps {
  documents: Documents
  catalogue: CvCatalogue | undefined
  onVoid?: (paper: Paper) => void
}

function Papers({ personId, paperClass, documents, catalogue, onVoid }: PapersProps) {
  const { t } = useTranslation()
  const taking = useMutation({ mutationFn: (paper: Paper) => takePaper(personId, paperClass, paper) })
  return (
    <>
      {taking.isError && <ProblemAlert error={taking.error} title={t('documents.notTaken')} />}
      <Table<Paper>
        size="small"
        rowKey="id"
        pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
        dataSource={documents.items}
        rowClassName={({ voidedAt }) => (voidedAt ? 'paper-voided' : '')}
        scroll={{ x: 900 }}
        data-testid={`papers-${paperClass}`}
        columns={[
          {
            key: 'title',
            title: t('documents.paper'),
            render: (_, paper) => (
              <>
                <b>{paper.title}</b> {paper.voidedAt && <Tag>{t('documents.voided')}</Tag>}
                <div className="third">
                  {kindText(documents.kinds, paper.kind)}
                  {paper.number && ` · ${t('documents.numbered', { number: paper.number })}`}
                  {paper.issuedOn && (
                    <>
                      {' · '}
                      <PartialText date={paper.issuedOn} />
                    </>
                  )}
                  {paper.issuer && ` · ${paper.issuer}`}
                </div>
                {paper.voidedAt && (
                  <div className="third">
                    {paper.voidedBy}, <InstantText at={paper.voidedAt} />: {paper.voidReason}
                  </div>
                )}
              </>
            ),
          },
          { key: 'proves', title: t('documents.proves'), width: 300, render: (_, paper) => <Proves paper={paper} documents={documents} catalogue={catalogue} /> },
          {
            key: 'recorded',
            title: t('documents.recorded'),
            width: 190,
            render: (_, { recordedAt, recordedBy }) => (
              <>
                <InstantText at={recordedAt} />
                <div className="third">{recordedBy}</div>
              </>
            ),
          },
          {
            key: 'file',
            title: t('documents.file'),
            width: 130,
            render: (_, { type, size, sha256 }) => (
              <span title={t('documents.sha256', { sha256 })}>
                {type}, {sizeText(size, currentLanguage())}
              </span>
            ),
          },
          {
            key: 'acts',
            title: <span className="sr-only">{t('posts.acts')}</span>,
            className: 'acts',
            width: 170,
            render: (_, paper) => (
              <>
                <Button
                  type="link"
                  size="small"
                  icon={<DownloadOutlined />}
                  loading={taking.isPending && taking.variables.id === paper.id}
                  aria-label={t('documents.takeThis', { title: paper.title })}
                  data-testid="take-paper"
                  onClick={() => taking.mutate(paper)}
                >
                  {t('documents.take')}
                </Button>
                {onVoid && !paper.voidedAt && (
                  <ChangeButton
                    type="link"
                    size="small"
                    danger
                    data-testid="void-paper"
                    aria-label={t('posts.voidThis', { title: paper.title })}
                    onClick={() => onVoid(paper)}
                  >
                    {t('posts.void')}
                  </ChangeButton>
                )}
              </>
            ),
          },
        ]}
      />
    </>
  )
}

function Proves({ paper, documents, catalogue }: { paper: Paper; documents: Documents; catalogue: CvCatalogue | undefined }) {
  const { t } = useTranslation()
  if (!paper.factId) return <span className="third">{t('documents.provesNothing')}</span>
  const fact = documents.facts.find(({ id }) => id === paper.factId)
  if (!fact) return <span className="third">{t('documents.factGone', { what: paper.fact ? t(`documents.facts.${paper.fact}`) : '' })}</span>
  return (
    <>
      {factText(t, catalogue, fact)}
      <div className="third">{factKind(t, catalogue, fact)}</div>
    </>
  )
}

const kindText = (kinds: readonly PaperKind[], code: string): string => {
  const kind = kinds.find((each) => each.code === code)
  return kind ? said(kind) : code
}

interface MissingProps {
  paperClass: PaperClass
  documents: Documents
  catalogue: CvCatalogue | undefined
  onAdd?: (change: PaperChange) => void
}

type Lack = { key: string; what: string; of: string; document?: string; change: PaperChange }

/** What is missing, each with the way to put it there. */
function Missing({ paperClass, documents, catalogue, onAdd }: MissingProps) {
  const { t } = useTranslation()
  const lacks: Lack[] = [
    ...documents.missingKinds.map((code) => ({ key: code, what: kindText(documents.kinds, code), of: t('documents.ofEveryDossier'), change: { act: 'add' as const, kind: code } })),
    ...documents.facts
      .filter(({ missing }) => missing)
      .map((fact: ProvableFact) => ({
        key: fact.id,
        what: factText(t, catalogue, fact),
        of: factKind(t, catalogue, fact),
        document: fact.document,
        change: { act: 'add' as const, fact },
      })),
  ]
  const unconfirmed = documents.kinds.some(({ confidence }) => confidence === 'UNCONFIRMED')
  return (
    <section className="card" data-testid={`missing-papers-${paperClass}`}>
      <div className="card-head">
        <h2>{t('documents.missing')}</h2>
        <span className="second">{formatNumber(lacks.length)}</span>
      </div>
      {lacks.length === 0 ? (
        <p className="empty documents-whole">
          <CheckCircleOutlined aria-hidden /> {t('documents.whole')}
        </p>
      ) : (
        <Table<Lack>
          size="small"
          rowKey="key"
          pagination={{ pageSize: 20, hideOnSinglePage: true, showSizeChanger: false }}
          dataSource={lacks}
          scroll={{ x: 640 }}
          columns={[
            {
              key: 'what',
              title: t('documents.wants'),
              render: (_, { what, of }) => (
                <>
                  {what}
                  <div className="third">{of}</div>
                </>
              ),
            },
            { key: 'document', title: t('documents.typedAs'), width: 220, dataIndex: 'document' },
            ...(onAdd
              ? [
                  {
                    key: 'acts',
                    title: <span className="sr-only">{t('posts.acts')}</span>,
                    className: 'acts',
                    width: 150,
                    render: (_: unknown, { what, change }: Lack) => (
                      <ChangeButton type="link" size="small" data-testid="add-missing" aria-label={t('documents.addThis', { what })} onClick={() => onAdd(change)}>
                        {t('documents.add')}
                      </ChangeButton>
                    ),
                  },
                ]
              : []),
          ]}
        />
      )}
      {unconfirmed && <p className="card-body third">{t('documents.unconfirmed')}</p>}
    </section>
  )
}
