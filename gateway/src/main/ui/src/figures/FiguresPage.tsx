import { useQuery } from '@tanstack/react-query'
import { Alert, Drawer, Segmented, Select, Skeleton } from 'antd'
import { useId, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { hasStatus } from '../api/problem'
import type { Figure, FigureBasis, FigureSet, Programme } from '../api/types'
import { useAsOf } from '../app/asOf'
import { DayText } from '../app/DateText'
import { useMe } from '../app/me'
import { NoRights } from '../app/Missing'
import { PaperButtons } from '../app/PaperButtons'
import { ProblemAlert } from '../app/ProblemAlert'
import { useDelayed } from '../app/useDelayed'
import { useMedia } from '../app/useMedia'
import { usePageTitle } from '../app/usePageTitle'
import { currentLanguage, formatNumber } from '../i18n'
import { FigurePanel } from './FigurePanel'
import './figures.css'
import { figuresDocument, figuresQuery, programmesQuery } from './queries'
import { sentenceOf } from './sentence'

const BASES: readonly FigureBasis[] = ['HISTORICAL', 'SUCCESSOR']

/** What a programme brought about, each figure in its sentence; one that is opened shows what it counted. */
export function FiguresPage() {
  const { t } = useTranslation()
  const { me, can, settled } = useMe()
  const [params, setParams] = useSearchParams()
  const programmes = useQuery({ ...programmesQuery, enabled: settled && (!me || can('programme.read')) })
  const late = useDelayed(programmes.isLoading)
  const all = programmes.data?.items ?? []
  const chosen = all.find(({ id }) => id === params.get('programme')) ?? all[0]
  usePageTitle(chosen ? `${t('figure.title')} ${chosen.number}` : t('figure.title'))

  if (!settled) return null
  if ((me && !can('programme.read')) || hasStatus(programmes.error, 403)) return <NoRights />
  return (
    <div className="page">
      <div className="page-head">
        <h1>
          {t('figure.title')}
          {chosen && (
            <>
              {' '}
              {chosen.number} <span className="second">{chosen.title}</span>
            </>
          )}
        </h1>
        {all.length > 1 && (
          <Select
            className="programme-select"
            aria-label={t('figure.programme')}
            data-testid="figure-programme"
            value={chosen?.id}
            options={all.map(({ id, number, title }) => ({ value: id, label: `${number}, ${title}` }))}
            onChange={(id) =>
              setParams((current) => {
                current.set('programme', id)
                // A figure is of its programme.
                current.delete('figure')
                return current
              })
            }
          />
        )}
      </div>
      {programmes.isError && <ProblemAlert error={programmes.error} title={t('figure.programmesFailed')} onRetry={() => void programmes.refetch()} />}
      {late && <Waiting />}
      {programmes.data && !chosen && (
        <p className="card card-body" data-testid="figure-none">
          {t('figure.noProgramme')}
        </p>
      )}
      {chosen && <Figures key={chosen.id} programme={chosen} />}
    </div>
  )
}

const Waiting = () => (
  <div className="card card-body">
    <Skeleton active paragraph={{ rows: 8 }} />
  </div>
)

function Figures({ programme }: { programme: Programme }) {
  const { t } = useTranslation()
  const { asOf } = useAsOf()
  const [params, setParams] = useSearchParams()
  const narrow = useMedia('(max-width: 1100px)')
  const basis: FigureBasis = params.get('basis') === 'SUCCESSOR' ? 'SUCCESSOR' : 'HISTORICAL'
  const figures = useQuery(figuresQuery(programme.id, asOf, basis))
  const late = useDelayed(figures.isPending)
  const set = figures.data
  const figure = set?.objectives.flatMap((objective) => objective.figures).find(({ code }) => code === params.get('figure'))

  const change = (name: string, value: string | undefined) =>
    setParams((current) => {
      if (value) current.set(name, value)
      else current.delete(name)
      return current
    })
  // The drawer keeps the focus until it is gone.
  const left = useRef<string>(undefined)
  const back = () => document.getElementById(`figure-${left.current}`)?.focus()
  const close = () => {
    left.current = figure?.code
    change('figure', undefined)
    if (!narrow) back()
  }

  if (hasStatus(figures.error, 403)) return <NoRights />
  if (figures.isError) return <ProblemAlert error={figures.error} title={t('figure.failed')} onRetry={() => void figures.refetch()} />
  if (!set) return late ? <Waiting /> : null
  const panel = figure && <FigurePanel key={figure.code} figure={figure} figures={set} onClose={close} />
  return (
    <div className={panel && !narrow ? 'figures opened' : 'figures'}>
      <section className="card figure-list" aria-label={t('figure.title')} aria-busy={figures.isFetching} data-testid="figures">
        {figures.isPlaceholderData && <div className="refreshing" />}
        <Strip figures={set} basis={basis} onBasis={(next) => change('basis', next === 'HISTORICAL' ? undefined : next)} />
        <Scope />
        {set.objectives.every((objective) => objective.figures.length === 0) && <p className="empty">{t('figure.none')}</p>}
        {set.objectives.map((objective) => (
          <section key={objective.name.vi}>
            <h2>{objective.name[currentLanguage()]}</h2>
            <ul>
              {objective.figures.map((each) => (
                <Line
                  key={each.code}
                  figure={each}
                  opened={each === figure}
                  onToggle={() => (each === figure ? close() : change('figure', each.code))}
                />
              ))}
            </ul>
          </section>
        ))}
      </section>
      {narrow ? (
        <Drawer
          open={!!panel}
          size={560}
          closable={false}
          onClose={close}
          afterOpenChange={(open) => !open && back()}
          aria-label={t('figure.opened')}
          styles={{ body: { padding: 0 } }}
        >
          {panel}
        </Drawer>
      ) : (
        panel
      )}
    </div>
  )
}

/** Before any number, since to whoever sees few people it is a small one. */
function Scope() {
  const { t } = useTranslation()
  const { me } = useMe()
  const units = [...new Set(me?.grants.map(({ unitName }) => unitName))].join(', ')
  return <Alert type="info" showIcon banner title={t('figure.inScope', { units })} data-testid="figure-scope" />
}

/** Of which day, from when on, in whose boundaries: without these a figure says nothing. */
function Strip({ figures, basis, onBasis }: { figures: FigureSet; basis: FigureBasis; onBasis: (basis: FigureBasis) => void }) {
  const { t } = useTranslation()
  return (
    <div className="figure-strip">
      <dl>
        <div>
          <dt>{t('figure.asOf')}</dt>
          <dd data-testid="figure-as-of">
            <DayText day={figures.asOf} />
          </dd>
        </div>
        <div>
          <dt>{t('figure.period')}</dt>
          <dd>
            <DayText day={figures.programme.countedFrom} /> – <DayText day={figures.programme.to} />
          </dd>
        </div>
        <div>
          <dt>{t('figure.owner')}</dt>
          <dd>{figures.ownerUnitName}</dd>
        </div>
        <div>
          <dt>{t('figure.basis')}</dt>
          <dd>
            <Segmented
              size="small"
              aria-label={t('figure.basis')}
              data-testid="figure-basis"
              value={basis}
              options={BASES.map((value) => ({ value, label: t(`figure.bases.${value}`) }))}
              onChange={onBasis}
            />
          </dd>
        </div>
      </dl>
      <PaperButtons
        service="planning"
        label={t('figure.document')}
        name={`so-lieu-${figures.asOf}`}
        testId="figure-document"
        ask={figuresDocument(figures.programme.id, figures.asOf, basis)}
      />
    </div>
  )
}

function Line({ figure, opened, onToggle }: { figure: Figure; opened: boolean; onToggle: () => void }) {
  const { t } = useTranslation()
  const { before, value, after } = sentenceOf(figure)
  const sentence = useId()
  return (
    <li className={opened ? 'chosen' : undefined} data-testid={`figure-${figure.code}`}>
      <p id={sentence}>
        {before}
        <button
          type="button"
          id={`figure-${figure.code}`}
          className="figure-value"
          aria-expanded={opened}
          aria-describedby={sentence}
          data-testid={`figure-value-${figure.code}`}
          onClick={onToggle}
        >
          {value}
        </button>
        {after}
      </p>
      {figure.target !== undefined && <span className="second">{t('figure.target', { target: formatNumber(figure.target) })}</span>}
    </li>
  )
}
