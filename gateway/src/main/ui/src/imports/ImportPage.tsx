import { DownloadOutlined, FileExcelOutlined, UndoOutlined } from '@ant-design/icons'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Popconfirm, Segmented, Table, Tag, Upload } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiError } from '../api/problem'
import type { CellFinding, Difference, ImportBatch, ImportReport, ImportRun, SheetCount, UndoReport } from '../api/types'
import { InstantText } from '../app/DateText'
import { useMe } from '../app/me'
import { NoRights } from '../app/Missing'
import { ProblemAlert } from '../app/ProblemAlert'
import { useAsOf } from '../app/asOf'
import { usePageTitle } from '../app/usePageTitle'
import { currentLanguage, formatNumber } from '../i18n'
import './imports.css'
import { PasteCard } from './PasteCard'
import { RunsCard } from './RunsCard'
import { TakeOutCard } from './TakeOutCard'
import { batchesQuery, IMPORT_ACTION, IMPORT_SERVICES, reportOf, sendWorkbook, templateAddress, undoBatch, type ImportService } from './queries'

/** A workbook is tried first; what is wrong is told by cell, and only a book without a fault can be taken. */
export function ImportPage() {
  const { t } = useTranslation()
  const { me, can } = useMe()
  const { when } = useAsOf()
  const queries = useQueryClient()
  const services = IMPORT_SERVICES.filter((each) => can(IMPORT_ACTION[each]))
  const [asked, setService] = useState<ImportService>()
  const service = asked ?? services[0] ?? 'personnel'
  const [file, setFile] = useState<File>()
  const [way, setWay] = useState<'file' | 'paste'>('file')
  usePageTitle(t('import.title'))

  const goesOn = () => void queries.invalidateQueries({ queryKey: ['import-runs', service] })
  const trial = useMutation({
    mutationFn: (chosen: File) => sendWorkbook(service, chosen, true, crypto.randomUUID(), goesOn),
  })
  // What ended while its owner was on another page.
  const earlier = useMutation({ mutationFn: (run: ImportRun) => reportOf(service, run.id) })
  const taking = useMutation({
    mutationFn: (chosen: File) => sendWorkbook(service, chosen, false, crypto.randomUUID(), goesOn),
    // What came in touches every page.
    onSuccess: () => void queries.invalidateQueries(),
  })

  if (me && services.length === 0) return <NoRights />

  const choose = (chosen: File | undefined) => {
    setFile(chosen)
    taking.reset()
    trial.reset()
    earlier.reset()
    if (chosen) trial.mutate(chosen)
  }
  const locked = when !== 'today'
  return (
    <div className="page imports">
      <div className="page-head">
        <h1>{t('import.title')}</h1>
        <Button icon={<DownloadOutlined />} href={templateAddress(service)} data-testid="import-template">
          {t('import.template')}
        </Button>
      </div>
      {locked && <Alert type="warning" showIcon title={t('day.locked')} />}
      <section className="card card-body">
        {services.length > 1 && (
          <Segmented<ImportService>
            aria-label={t('import.service')}
            value={service}
            options={services.map((value) => ({ value, label: t(`service.${value}`) }))}
            onChange={(value) => {
              setService(value)
              choose(undefined)
            }}
          />
        )}
        <Segmented<'file' | 'paste'>
          aria-label={t('import.way')}
          value={way}
          options={(['file', 'paste'] as const).map((value) => ({ value, label: <span data-testid={`import-by-${value}`}>{t(`import.ways.${value}`)}</span> }))}
          onChange={(value) => {
            setWay(value)
            choose(undefined)
          }}
        />
        {way === 'file' && <Upload.Dragger
          accept=".xlsx"
          maxCount={1}
          disabled={locked || trial.isPending || taking.isPending}
          fileList={[]}
          beforeUpload={(chosen) => {
            choose(chosen as unknown as File)
            return false
          }}
        >
          <p>
            <FileExcelOutlined /> {file ? <b>{file.name}</b> : t('import.drop')}
          </p>
          <p className="third">{t('import.means')}</p>
        </Upload.Dragger>}
      </section>
      {way === 'paste' && (
        <PasteCard
          service={service}
          locked={locked || taking.isPending}
          report={trial.data}
          onTry={choose}
          onChange={() => {
            // What was tried is not what stands there any more.
            if (file) choose(undefined)
          }}
        />
      )}
      {trial.isPending && <p className="card card-body" aria-live="polite">{t('import.trying')}</p>}
      {taking.isPending && <p className="card card-body" aria-live="polite">{t('import.taking')}</p>}
      <RunsCard service={service} onShow={(run) => earlier.mutate(run)} />
      {earlier.isError && (
        <ProblemAlert
          error={earlier.error}
          title={t('import.failed')}
          findings={earlier.error instanceof ApiError ? earlier.error.problem?.findings : []}
        />
      )}
      {earlier.data && !trial.data && ('kept' in earlier.data ? <Undone report={earlier.data} /> : <Report report={earlier.data} />)}
      {trial.isError && <ProblemAlert error={trial.error} title={t('import.failed')} />}
      {trial.data && !taking.data && (
        <Report
          report={trial.data}
          act={
            trial.data.state === 'WOULD_BE_TAKEN' && (
              <Button
                type="primary"
                loading={taking.isPending}
                disabled={locked}
                data-testid="import-take"
                onClick={() => file && taking.mutate(file)}
              >
                {t('import.take')}
              </Button>
            )
          }
        />
      )}
      {taking.isError && <ProblemAlert error={taking.error} title={t('import.failed')} findings={[]} />}
      {taking.data && <Report report={taking.data} />}
      {service === 'personnel' && can('record.export') && <TakeOutCard />}
      <Batches service={service} locked={locked} />
    </div>
  )
}

function Report({ report, act }: { report: ImportReport; act?: React.ReactNode }) {
  const { t } = useTranslation()
  const refused = report.state === 'REFUSED'
  return (
    <section className="card" data-testid="import-report">
      <div className="card-head" role="status">
        <h2>{t(`import.states.${report.state}`)}</h2>
        {act}
      </div>
      {report.sheets.length > 0 && (
        <Table<SheetCount>
          size="small"
          rowKey="sheet"
          pagination={false}
          dataSource={report.sheets}
          columns={[
            { key: 'sheet', title: t('import.sheet'), dataIndex: 'sheet' },
            ...(['lines', 'made', 'changed', 'same', 'refused'] as const).map((key) => ({
              key,
              title: t(`import.${key}`),
              align: 'right' as const,
              width: 130,
              render: (_: unknown, sheet: SheetCount) => formatNumber(sheet[key]),
            })),
          ]}
        />
      )}
      {refused && (
        <Table<CellFinding>
          size="small"
          rowKey={(found) => `${found.sheet}!${found.cell}/${found.finding.code}`}
          pagination={{ pageSize: 20, hideOnSinglePage: true, showSizeChanger: false }}
          dataSource={report.findings}
          data-testid="import-findings"
          columns={[
            { key: 'sheet', title: t('import.sheet'), width: 180, dataIndex: 'sheet' },
            { key: 'cell', title: t('import.cell'), width: 90, render: (_, { cell }) => <b>{cell ?? '–'}</b> },
            {
              key: 'wrong',
              title: t('import.wrong'),
              render: (_, { finding }) => (
                <>
                  {finding.messages[currentLanguage()]}
                  {finding.article && <span className="third"> ({finding.article})</span>}
                </>
              ),
            },
          ]}
        />
      )}
      {report.differences.length > 0 && <Differences report={report} />}
      {report.moreFindings > 0 && <p className="card-body">{t('import.more', { count: report.moreFindings })}</p>}
    </section>
  )
}

/** What lines that were taken out said, say now, and shall say. */
function Differences({ report }: { report: ImportReport }) {
  const { t } = useTranslation()
  return (
    <>
      <h2>{t('import.differences')}</h2>
      <Table<Difference>
        size="small"
        rowKey={({ sheet, cell }) => `${sheet}!${cell}`}
        pagination={{ pageSize: 20, hideOnSinglePage: true, showSizeChanger: false }}
        dataSource={report.differences}
        data-testid="import-differences"
        columns={[
          { key: 'sheet', title: t('import.sheet'), width: 180, dataIndex: 'sheet' },
          { key: 'cell', title: t('import.cell'), width: 90, render: (_, { cell }) => <b>{cell}</b> },
          { key: 'column', title: t('import.column'), width: 180, dataIndex: 'column' },
          ...(['then', 'now', 'typed'] as const).map((key) => ({
            key,
            title: t(`import.${key}`),
            render: (_: unknown, difference: Difference) => <Said difference={difference} of={key} />,
          })),
          {
            key: 'outcome',
            title: t('import.outcome'),
            width: 170,
            render: (_, difference) => <Outcome difference={difference} report={report} />,
          },
        ]}
      />
      {report.moreDifferences > 0 && <p className="card-body">{t('import.moreDifferences', { count: report.moreDifferences })}</p>}
    </>
  )
}

/** A cell that is wrong does not change, and the table above says why. */
function Outcome({ difference: { sheet, cell, conflict }, report }: { difference: Difference; report: ImportReport }) {
  const { t } = useTranslation()
  if (conflict) return <Tag color="error">{t('import.conflict')}</Tag>
  const wrong = report.findings.some((found) => found.sheet === sheet && found.cell === cell)
  return <Tag color={wrong ? 'error' : 'processing'}>{t(wrong ? 'import.refused' : 'import.willChange')}</Tag>
}

/** Of what is sensitive the place is told alone: none of the three is there then, and one of them is otherwise. */
function Said({ difference, of }: { difference: Difference; of: 'then' | 'now' | 'typed' }) {
  const { t } = useTranslation()
  const isTold = difference.then !== undefined || difference.now !== undefined || difference.typed !== undefined
  if (!isTold) return <span className="third">{t('import.notTold')}</span>
  return difference[of] === undefined ? <span className="third">{t('import.empty')}</span> : <>{difference[of]}</>
}

/** What was taken before, each to be taken back whole. */
function Batches({ service, locked }: { service: ImportService; locked: boolean }) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const batches = useQuery(batchesQuery(service))
  const undo = useMutation({
    mutationFn: (batch: string) => undoBatch(service, batch, () => void queries.invalidateQueries({ queryKey: ['import-runs', service] })),
    onSuccess: () => void queries.invalidateQueries(),
  })
  return (
    <section className="card">
      <h2>{t('import.batches')}</h2>
      {batches.isError && <ProblemAlert error={batches.error} title={t('import.failed')} onRetry={() => void batches.refetch()} />}
      {undo.isError && <ProblemAlert error={undo.error} title={t('import.undoFailed')} />}
      {undo.data && <Undone report={undo.data} />}
      {batches.data?.length === 0 && <p className="empty">{t('import.none')}</p>}
      {!!batches.data?.length && (
        <Table<ImportBatch>
          size="small"
          rowKey="id"
          pagination={{ pageSize: 10, hideOnSinglePage: true, showSizeChanger: false }}
          dataSource={batches.data}
          data-testid="import-batches"
          columns={[
            { key: 'file', title: t('import.file'), dataIndex: 'file' },
            { key: 'at', title: t('import.takenAt'), width: 180, render: (_, { takenAt }) => <InstantText at={takenAt} /> },
            { key: 'made', title: t('import.lines'), width: 130, align: 'right', render: (_, { made }) => formatNumber(made) },
            {
              key: 'undo',
              title: <span className="sr-only">{t('action.column')}</span>,
              width: 180,
              render: (_, { id, undone }) =>
                undone ? (
                  <Tag>{t('import.undone')}</Tag>
                ) : (
                  <Popconfirm title={t('import.undoMeans')} okText={t('import.undo')} cancelText={t('action.cancel')} onConfirm={() => undo.mutate(id)}>
                    <Button type="link" size="small" icon={<UndoOutlined />} disabled={locked} loading={undo.isPending && undo.variables === id}>
                      {t('import.undo')}
                    </Button>
                  </Popconfirm>
                ),
            },
          ]}
        />
      )}
    </section>
  )
}

function Undone({ report }: { report: UndoReport }) {
  const { t } = useTranslation()
  return (
    <Alert
      type={report.kept.length ? 'warning' : 'success'}
      showIcon
      title={t('import.gone', { count: report.gone })}
      description={
        report.kept.length > 0 && (
          <ul>
            {report.kept.map(({ sheet, row, why }) => (
              <li key={`${sheet}/${row}`}>
                {sheet}, {t('import.row', { row })}: {t(`import.whys.${why}`)}
              </li>
            ))}
          </ul>
        )
      }
    />
  )
}
