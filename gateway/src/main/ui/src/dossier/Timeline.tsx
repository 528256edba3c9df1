import type { CSSProperties } from 'react'
import { useTranslation } from 'react-i18next'
import { TREES, type Assignment } from '../api/types'
import { useAsOf } from '../app/asOf'
import { formatDay, holdsOn } from '../app/dates'
import { layOut, placeOf, yearsShown } from './timelineLayout'

/** The posts as bars, lane by lane, with the day looked at as a line. The table below holds the same facts in words. */
export function Timeline({ assignments }: { assignments: readonly Assignment[] }) {
  const { t } = useTranslation()
  const { day } = useAsOf()
  if (assignments.length === 0) return null

  const range = yearsShown(assignments, day)
  const percent = (at: string) => placeOf(at, range) * 100
  const line = percent(day)
  const lanes = TREES.map((tree) => ({ tree, levels: layOut(assignments.filter((post) => post.tree === tree), range, day) })).filter(
    ({ levels }) => levels.length > 0,
  )

  return (
    <section className="card timeline">
      <h2>{t('timeline.title')}</h2>
      <div className="timeline-body" role="img" aria-label={t('timeline.label')}>
        <div className="axis">
          <div className="track">
            {range.ticks.map((year) => (
              <span key={year} style={{ left: `${percent(`${year}-01-01`)}%` }}>
                {year}
              </span>
            ))}
            <b className="day-flag" style={{ left: `${line}%` }}>
              {formatDay(day)}
            </b>
          </div>
        </div>
        {lanes.map(({ tree, levels }) => (
          <div key={tree} className={`timeline-lane lane-${tree}`}>
            <span>{t(`tree.${tree}`)}</span>
            <div className="track" style={{ '--levels': levels.length } as CSSProperties}>
              {range.ticks.map((year) => (
                <i key={year} style={{ left: `${percent(`${year}-01-01`)}%` }} />
              ))}
              {levels.flatMap((bars, level) =>
                bars.map(({ post, start, end, inside }) => (
                  <span
                    key={post.id}
                    className={['bar', holdsOn(post, day) && 'now', !inside && 'short', !post.validTo && 'open'].filter(Boolean).join(' ')}
                    style={{ left: `${start * 100}%`, width: `${(end - start) * 100}%`, '--level': level } as CSSProperties}
                    title={`${post.title}, ${post.unitName}`}
                  >
                    <span>{post.title}</span>
                  </span>
                )),
              )}
              <em style={{ left: `${line}%` }} />
            </div>
          </div>
        ))}
      </div>
    </section>
  )
}
