import { useQuery } from '@tanstack/react-query'
import { Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Term, TermBelief } from '../api/types'
import { useMe } from '../app/me'
import { required } from '../people/fields'
import { PAPER_NAMES, PaperFields, paperOf, typedPaper, type TypedPaper } from './PaperFields'
import { putTerm, termHistoryQuery, termsQuery, voidTerm } from './queries'
import { UnitFactCard } from './UnitFactCard'

interface Typed extends TypedPaper {
  name: string
}

/** The terms of office of a body, the latest first: until when its elected and designated seats are held. */
export function Terms({ unitId }: { unitId: string }) {
  const { t } = useTranslation()
  const { legalDay } = useMe()
  return (
    <UnitFactCard<Term, TermBelief, Typed>
      of="term"
      query={useQuery(termsQuery(unitId))}
      changes={termsQuery(unitId).queryKey}
      useHistory={() => useQuery(termHistoryQuery(unitId))}
      what={({ name }) => name}
      columns={[
        {
          key: 'name',
          title: t('term.name'),
          render: (_, { name, validFrom, validTo }) => (
            <>
              {name}
              {validFrom <= legalDay && (!validTo || validTo > legalDay) && <span className="third"> {t('term.now')}</span>}
            </>
          ),
        },
      ]}
      names={['name', ...PAPER_NAMES]}
      typedOf={(term) => ({ name: term.name, ...typedPaper(term) })}
      fields={() => (
        <>
          <Form.Item name="name" label={t('term.name')} extra={t('term.nameHint')} rules={[required(t, t('term.name')), { max: 200, message: t('form.titleLength') }]}>
            <Input autoComplete="off" data-testid="field-name" />
          </Form.Item>
          <PaperFields toHint={t('term.toHint')} />
        </>
      )}
      put={(standing, typed, id) => putTerm(unitId, standing, { name: typed.name.trim(), ...paperOf(typed) }, id)}
      takeAway={voidTerm}
    />
  )
}
