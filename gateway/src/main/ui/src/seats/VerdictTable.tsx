import { Table } from 'antd'
import type { TFunction } from 'i18next'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Basis, Criterion, Verdict } from '../api/types'
import { PersonName } from '../app/PersonName'
import { currentLanguage } from '../i18n'
import { OutcomeTag, Unconfirmed } from './OutcomeTag'

/** Every condition with what the law asks, what the facts say, where both stand, and what would turn a no. */
export function VerdictTable({ verdict }: { verdict: Verdict }) {
  const { t } = useTranslation()
  const language = currentLanguage()
  const turns = verdict.criteria.filter(({ turns }) => turns)
  return (
    <section className="card chosen" data-testid="verdict" aria-live="polite">
      <div className="card-head">
        <h2>
          <OutcomeTag outcome={verdict.overall} whole /> <PersonName name={verdict.personName} />{' '}
          <span className="second">{counted(verdict, t)}</span>
        </h2>
        <span className="third">
          {t('verdict.rule')} {verdict.ruleVersion.slice(0, 12)}
        </span>
      </div>
      <Table<Criterion>
        size="small"
        className="verdict-table"
        rowKey="code"
        pagination={false}
        dataSource={verdict.criteria}
        onRow={({ code }) => ({ 'data-testid': `criterion-${code}` }) as object}
        rowClassName={({ outcome }) => `criterion-${outcome}`}
        columns={[
          { key: 'outcome', title: t('verdict.result'), width: 104, render: (_, { outcome }) => <OutcomeTag outcome={outcome} /> },
          { key: 'code', title: t('verdict.criterion'), width: '11.5%', render: (_, { code }) => <b>{t(`verdict.criteria.${code}`, code)}</b> },
          {
            key: 'required',
            title: t('verdict.required'),
            render: (_, { required, confidence }) => (
              <>
                {required[language]} <Unconfirmed confidence={confidence} />
              </>
            ),
          },
          {
            key: 'actual',
            title: t('verdict.actual'),
            width: '18%',
            render: (_, { actual, notes }) => (
              <>
                <span className="actual">{actual[language]}</span>
                {notes.map((note) => (
                  <div key={note.vi} className="third">
                    {note[language]}
                  </div>
                ))}
              </>
            ),
          },
          { key: 'facts', title: t('verdict.source'), width: '19.5%', render: (_, { facts }) => <Several>{facts.map(({ id, text }) => <div key={id}>{text[language]}</div>)}</Several> },
          {
            key: 'bases',
            title: t('verdict.basis'),
            width: '13%',
            render: (_, { bases }) => (
              <Several>
                {bases.map((basis) => (
                  <BasisText key={`${basis.regulation}/${basis.article}`} basis={basis} />
                ))}
              </Several>
            ),
          },
        ]}
      />
      {turns.length > 0 && (
        <div className="turns" data-testid="turns">
          <h3>{t('verdict.turns')}</h3>
          <ol>
            {turns.map(({ code, turns }) => (
              <li key={code}>{turns?.[language]}</li>
            ))}
          </ol>
        </div>
      )}
    </section>
  )
}

/** The first stands in the row; the others are one press away, and on paper at once. */
function Several({ children }: { children: readonly ReactNode[] }) {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  const [first, ...others] = children
  if (others.length === 0) return first
  return (
    <div className={open ? 'several open' : 'several'}>
      {first}
      <button type="button" className="more" aria-expanded={open} aria-label={t('verdict.more', { count: others.length })} onClick={() => setOpen(!open)}>
        {open ? '−' : '+'}
        {others.length}
      </button>
      <div className="others">{others}</div>
    </div>
  )
}

export function BasisText({ basis }: { basis: Basis }) {
  const { t } = useTranslation()
  return (
    <div title={basis.note?.[currentLanguage()] ?? basis.source}>
      {basis.regulation}
      {basis.article && `, ${t('verdict.article', { article: basis.article })}`}
    </div>
  )
}

export function counted(verdict: Verdict, t: TFunction): string {
  const of = (outcome: string) => verdict.criteria.filter((criterion) => criterion.outcome === outcome).length
  return t('verdict.counts', { pass: of('PASS'), fail: of('FAIL'), unknown: of('UNKNOWN') })
}
