import { useTranslation } from 'react-i18next'
import { answer, personnel } from '../api/client'
import { PaperButtons } from '../app/PaperButtons'
import type { PeopleFilter } from './queries'

/** The people of the list in one line each, as a file. */
export function ExtractList({ filter }: { filter: Omit<PeopleFilter, 'asOf'> }) {
  const { t } = useTranslation()
  return (
    <PaperButtons
      service="personnel"
      label={t('extract.print')}
      name="danh-sach-trich-ngang"
      sensitive={t('extract.what')}
      testId="extract-list"
      ask={(asked) => answer(personnel.GET('/api/personnel/people/extract-list', { params: { query: filter }, ...asked }))}
    />
  )
}
