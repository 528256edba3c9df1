import { PieChartOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Popover, Skeleton } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ProblemAlert } from '../app/ProblemAlert'
import { formatNumber } from '../i18n'
import { FACETS, type Facet } from './filterOf'
import { facetsQuery, type PeopleFilter } from './queries'

/** Counts of the people in the list by sex, age and management scope; a click narrows the list to one of them. */
export function Facets({ filter, onNarrow }: { filter: PeopleFilter; onNarrow: (change: Partial<Record<Facet, string>>) => void }) {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  const counts = useQuery({ ...facetsQuery(filter), enabled: open })
  return (
    <span>
      <Popover
        open={open}
        onOpenChange={setOpen}
        trigger="click"
        placement="bottomLeft"
        // Beside its button, so that the Tab key goes on into it.
        getPopupContainer={(button) => button.parentElement ?? document.body}
        content={
          <div className="facets" data-testid="facets">
            {counts.isError && <ProblemAlert error={counts.error} title={t('filter.facetsFailed')} onRetry={() => void counts.refetch()} />}
            {counts.isPending && <Skeleton active paragraph={{ rows: 4 }} />}
            {counts.data &&
              FACETS.map((facet) => (
                <section key={facet} aria-label={t(`filter.${facet}`)}>
                  <h3>{t(`filter.${facet}`)}</h3>
                  <ul>
                    {counts.data[facet].map(({ value, people }) => (
                      <li key={value}>
                        <Button
                          type="link"
                          size="small"
                          aria-pressed={filter[facet] === value}
                          data-testid={`facet-${value}`}
                          onClick={() => {
                            onNarrow({ [facet]: filter[facet] === value ? undefined : value })
                            setOpen(false)
                          }}
                        >
                          {facetText(t, facet, value)}
                        </Button>
                        <b>{formatNumber(people)}</b>
                      </li>
                    ))}
                  </ul>
                  {counts.data[facet].length === 0 && <p className="third">–</p>}
                </section>
              ))}
          </div>
        }
      >
        <Button size="small" type="text" icon={<PieChartOutlined />} aria-expanded={open} data-testid="open-facets">
          {t('filter.facets')}
        </Button>
      </Popover>
    </span>
  )
}

/** A value of a facet in the words of the page. */
export const facetText = (t: ReturnType<typeof useTranslation>['t'], facet: Facet, value: string): string =>
  (t as (key: string) => string)({ sex: `sex.${value}`, age: `filter.ages.${value}`, scope: `scope.${value}` }[facet])
