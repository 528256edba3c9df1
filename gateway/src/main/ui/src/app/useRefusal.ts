import type { FormInstance } from 'antd'
import { useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { currentLanguage } from '../i18n'
import { ApiError, sayFinding, sortFindings } from '../api/problem'

/**
 * Puts what a service refused at the fields it is about, in the language of the page and again when that changes.
 * What has no field is left for an alert. Nothing that was typed is touched.
 */
export function useRefusal(form: FormInstance, fields: readonly string[]) {
  const { i18n } = useTranslation()
  const [error, setError] = useState<unknown>()
  const sorted = useMemo(
    () => (error instanceof ApiError && error.problem ? sortFindings(error.problem, fields) : undefined),
    [error, fields],
  )

  useEffect(() => {
    if (!sorted) return
    const language = currentLanguage()
    form.setFields(
      [...sorted.atField].map(([name, findings]) => ({ name, errors: findings.map((finding) => sayFinding(finding, language)) })),
    )
    const first = fields.find((field) => sorted.atField.has(field))
    if (first) form.scrollToField(first, { block: 'nearest', focus: true })
  }, [form, fields, sorted, i18n.language])

  // What the form itself found wrong is said again in the new language.
  useEffect(() => {
    const wrong = form.getFieldsError().flatMap(({ name, errors }) => (errors.length > 0 ? [name] : []))
    if (!sorted && wrong.length > 0) form.validateFields(wrong).catch(() => undefined)
    // Only a change of the language asks for this.
  }, [i18n.language])

  return { error, setError, others: sorted?.others ?? [] }
}
