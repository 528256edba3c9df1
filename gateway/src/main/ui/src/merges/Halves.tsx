import { useQuery } from '@tanstack/react-query'
import { Checkbox, Radio } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { DisciplineForm, MergeSide, RatingGrade, RecordComparison, RecordFact, RecordHalf } from '../api/types'
import { useTo } from '../app/asOf'
import { DayText, PartialText } from '../app/DateText'
import { catalogueQuery } from '../cv/queries'
import { said } from '../cv/values'
import type { Choices } from './queries'

interface HalvesProps {
  comparison: RecordComparison
  choices: Choices
  /** Absent where nothing is to be chosen any more. */
  onChoose?: (choices: Choices) => void
}

const SORTS = ['POST', 'RATING', 'DISCIPLINE', 'HEALTH_CERTIFICATE', 'SUSPENSION', 'CONFIDENCE_VOTE', 'CV_ENTRY'] as const
const WORDS = ['papers', 'decisions', 'certificates'] as const

/** Two records side by side, row by row; what contradicts itself says so, and which of it is true is chosen there. */
export function Halves({ comparison, choices, onChoose }: HalvesProps) {
  const { t } = useTranslation()
  const to = useTo()
  const { kept, merged, findings } = comparison
  const both = [kept, merged] as const
  const contradicting = new Set(findings.filter(({ blocks }) => blocks).flatMap(({ facts }) => facts))
  const pick = (which: 'identityOf' | 'idNumberOf', side: MergeSide) =>
    onChoose && (
      <Radio checked={choices[which] === side} onChange={() => onChoose({ ...choices, [which]: side })}>
        {t('merge.true')}
      </Radio>
    )
  const drop = (fact: RecordFact) => {
    const dropped = choices.dropped.includes(fact.id)
    if (!onChoose) return dropped && <span className="merge-dropped"> ({t('merge.dropped')})</span>
    return (
      (dropped || contradicting.has(fact.id)) &&
      !fact.byDecision && (
        <Checkbox
          checked={dropped}
          data-testid={`drop-${fact.id}`}
          onChange={() =>
            onChoose({ ...choices, dropped: dropped ? choices.dropped.filter((id) => id !== fact.id) : [...choices.dropped, fact.id] })
          }
        >
          {t('merge.drop')}
        </Checkbox>
      )
    )
  }
  const differs = (of: (half: RecordHalf) => unknown) => (of(kept) === of(merged) ? '' : 'suspect-differs')
  return (
    <div className="merge-scroll" tabIndex={0} role="region" aria-label={t('merge.compared')}>
      <table className="merge-table" data-testid="halves">
        <thead>
          <tr>
            <th scope="col">{t('merge.what')}</th>
            <th scope="col">{t('merge.sides.KEPT')}</th>
            <th scope="col">{t('merge.sides.MERGED')}</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{t('quality.person')}</th>
            {both.map((half, at) => (
              <td key={half.id}>
                <Link to={to(`/people/${half.id}`)} className={differs(({ fullName }) => fullName)}>
                  {half.fullName}
                </Link>
                <div>
                  <span className={differs(({ sex }) => sex)}>{t(`sex.${half.sex}`)}</span>, {t('person.birth').toLocaleLowerCase()}{' '}
                  <span className={differs(({ birth }) => birth)}>
                    <PartialText date={half.birth} />
                  </span>
                </div>
                {pick('identityOf', at === 0 ? 'KEPT' : 'MERGED')}
              </td>
            ))}
          </tr>
          <tr>
            <th scope="row">{t('quality.items.ID_NUMBER')}</th>
            {both.map((half, at) => (
              <td key={half.id}>
                <span className={kept.idNumber && merged.idNumber ? differs(({ idNumber }) => idNumber) : ''}>{half.idNumber ?? '—'}</span>
                {kept.idNumber && merged.idNumber && <div>{pick('idNumberOf', at === 0 ? 'KEPT' : 'MERGED')}</div>}
              </td>
            ))}
          </tr>
          <tr>
            <th scope="row">{t('quality.fileNumber')}</th>
            {both.map((half) => (
              <td key={half.id}>{half.fileNumber ?? '—'}</td>
            ))}
          </tr>
          <tr>
            <th scope="row">{t('merge.account')}</th>
            {both.map((half) => (
              <td key={half.id}>{t(half.hasAccount ? 'merge.hasAccount' : 'merge.noAccount')}</td>
            ))}
          </tr>
          {SORTS.map((sort) => (
            <tr key={sort}>
              <th scope="row">{t(`merge.sorts.${sort}`)}</th>
              {both.map((half) => {
                const facts = half.facts.filter((fact) => fact.sort === sort)
                return (
                  <td key={half.id}>
                    {facts.length === 0 && '—'}
                    {facts.map((fact) => (
                      <div key={fact.id} className={contradicting.has(fact.id) ? 'merge-fact suspect-differs' : 'merge-fact'}>
                        <FactText fact={fact} /> {drop(fact)}
                      </div>
                    ))}
                  </td>
                )
              })}
            </tr>
          ))}
          {WORDS.map((of) => (
            <tr key={of}>
              <th scope="row">{t(`merge.words.${of}`)}</th>
              {both.map((half) => (
                <td key={half.id}>{half[of].length === 0 ? '—' : half[of].map((word, at) => <div key={at}>{word}</div>)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** What a fact says, in a line. */
function FactText({ fact }: { fact: RecordFact }) {
  const { t } = useTranslation()
  const { data: catalogue } = useQuery({ ...catalogueQuery(), enabled: fact.sort === 'CV_ENTRY' })
  const { sort, code = '', text, values, validFrom, validTo } = fact
  const days = (
    <span className="third">
      {t('period.from')} <DayText day={validFrom} />
      {validTo && (
        <>
          {' '}
          {t('merge.to')} <DayText day={validTo} />
        </>
      )}
    </span>
  )
  switch (sort) {
    case 'POST':
      return (
        <>
          {text} {days}
        </>
      )
    case 'RATING':
      return (
        <>
          {t('conduct.year', { year: validFrom.slice(0, 4) })}: {t(`conduct.grades.${code as RatingGrade}`)}
        </>
      )
    case 'DISCIPLINE':
      return (
        <>
          {t(`conduct.forms.${code as DisciplineForm}`)} {days}
        </>
      )
    case 'HEALTH_CERTIFICATE':
      return (
        <>
          {text ?? t('conduct.healthPaper')} {days}
        </>
      )
    case 'SUSPENSION':
    case 'CONFIDENCE_VOTE':
      return (
        <>
          {text ?? t(sort === 'SUSPENSION' ? 'conduct.suspended' : 'conduct.family.confidence')} {days}
        </>
      )
    case 'CV_ENTRY': {
      const kind = catalogue?.kinds.find((each) => each.code === code)
      return (
        <>
          {kind ? said(kind) : code}: {Object.values(values ?? {}).join(', ')}
        </>
      )
    }
  }
}
