import { Tag } from 'antd'
import type { TFunction } from 'i18next'
import type { ReactNode } from 'react'
import type { ConductHistory } from '../api/types'
import { DayText } from '../app/DateText'
import type { Day } from '../app/dates'
import { currentLanguage } from '../i18n'
import type { ConductFact } from './ConductDrawer'

/** A line of any family: what it says, when it is of, and over which days it is true. */
export interface Line {
  fact: ConductFact
  what: ReactNode
  when: ReactNode
  validFrom: Day
  validTo?: Day
}

/** A year is rated at its end. */
export const latestFirst = (lines: readonly Line[]): Line[] => {
  const at = ({ fact, validFrom }: Line) => (fact.family === 'rating' ? `${fact.item.year}-12-31` : validFrom)
  return lines.toSorted((one, other) => at(other).localeCompare(at(one)))
}

/** What a dossier holds and its history have these in common. */
type Lists = Omit<ConductHistory, 'personId'>

/** The lines of every family, one family after the other. */
export function linesOf(lists: Lists, t: TFunction): Line[] {
  return [
    ...lists.ratings.map((item): Line => ({
      fact: { family: 'rating', item },
      what: t(`conduct.grades.${item.rating}`),
      when: t('conduct.year', { year: item.year }),
      validFrom: `${item.year}-01-01`,
      validTo: `${item.year + 1}-01-01`,
    })),
    ...lists.disciplines.map((item): Line => ({
      fact: { family: 'discipline', item },
      what: (
        <>
          <Tag color="error">{t(`conduct.forms.${item.form}`)}</Tag>
          {item.track && t(`conduct.tracks.${item.track}`)}
          {[item.matter, item.authority].map((said) => said && <div key={said} className="third">{said}</div>)}
        </>
      ),
      when: <Days from={item.decidedOn} to={item.revokedOn} until={t('conduct.revokedOn')} />,
      validFrom: item.decidedOn,
      validTo: item.revokedOn,
    })),
    ...lists.suspensions.map((item): Line => ({
      fact: { family: 'suspension', item },
      what: <Tag color="error">{t('conduct.suspended')}</Tag>,
      when: <Days from={item.from} to={item.until} until={t('conduct.until')} />,
      validFrom: item.from,
      validTo: item.until,
    })),
    ...lists.confidenceVotes.map((item): Line => ({
      fact: { family: 'confidence', item },
      what: (
        <>
          {t('conduct.votes', { high: item.high, confidence: item.confidence, low: item.low })}
          {item.note && <div className="third">{item.note[currentLanguage()]}</div>}
        </>
      ),
      when: <DayText day={item.heldOn} />,
      validFrom: item.heldOn,
    })),
    ...lists.healthCertificates.map((item): Line => ({
      fact: { family: 'health', item },
      what: t('conduct.healthPaper'),
      when: <DayText day={item.issuedOn} />,
      validFrom: item.issuedOn,
    })),
  ]
}

function Days({ from, to, until }: { from: Day; to?: Day; until: string }) {
  return (
    <>
      <DayText day={from} />
      {to && (
        <div className="third">
          {until} <DayText day={to} />
        </div>
      )}
    </>
  )
}
