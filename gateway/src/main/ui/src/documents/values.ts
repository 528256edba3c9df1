import type { TFunction } from 'i18next'
import type { CvCatalogue, PaperKind, ProvableFact } from '../api/types'
import { formatDay } from '../app/dates'
import { entryText, said } from '../cv/values'

/** What a kind of paper calls a fact: the kind of the CV entry, or of the fact. */
const nameOf = (fact: ProvableFact) => (fact.kind === 'CV_ENTRY' && fact.code ? fact.code : fact.kind)

/** Whether such a paper may lie with a fact. */
export const goesWith = (kind: PaperKind | undefined, fact: ProvableFact): boolean =>
  !kind || kind.proves.length === 0 || kind.proves.includes(nameOf(fact))

/** The kind of paper that a fact wants. */
export const wantedBy = (kinds: readonly PaperKind[], fact: ProvableFact) => kinds.find(({ proves }) => proves.includes(nameOf(fact)))

/** What a fact is, as "Đào tạo chuyên môn". */
export function factKind(t: TFunction, catalogue: CvCatalogue | undefined, fact: ProvableFact): string {
  const kind = catalogue?.kinds.find(({ code }) => code === fact.code)
  return fact.kind === 'CV_ENTRY' && kind ? said(kind) : t(`documents.facts.${fact.kind}`)
}

/** What a fact says, in one line. */
export function factText(t: TFunction, catalogue: CvCatalogue | undefined, fact: ProvableFact): string {
  switch (fact.kind) {
    case 'POST':
      return t('documents.since', { what: fact.text ?? '', day: formatDay(fact.validFrom) })
    case 'DECISION':
      return t('documents.signed', { what: word(t, `decision.kinds.${fact.code}`), number: fact.text ?? '', day: formatDay(fact.validFrom) })
    case 'RATING':
      return t('documents.ofYear', { what: word(t, `conduct.grades.${fact.code}`), year: fact.validFrom.slice(0, 4) })
    case 'DISCIPLINE':
      return t('documents.since', { what: word(t, `conduct.forms.${fact.code}`), day: formatDay(fact.validFrom) })
    case 'HEALTH_CERTIFICATE':
      return t('documents.since', { what: t('conduct.healthPaper'), day: formatDay(fact.validFrom) })
    case 'SUSPENSION':
      return t('documents.since', { what: t('conduct.family.suspension'), day: formatDay(fact.validFrom) })
    case 'CONFIDENCE_VOTE':
      return t('documents.since', { what: t('conduct.family.confidence'), day: formatDay(fact.validFrom) })
    case 'CV_ENTRY': {
      const kind = catalogue?.kinds.find(({ code }) => code === fact.code)
      return kind && catalogue ? entryText(catalogue, kind, fact) : (fact.code ?? '')
    }
  }
}

const word = (t: TFunction, key: string): string => (t as (key: string) => string)(key)

/** `1.234.567` bytes as people say it: `1,2 MB`. */
export function sizeText(bytes: number, language: string): string {
  const kilo = bytes / 1000
  const format = (value: number) => new Intl.NumberFormat(language === 'en' ? 'en-GB' : 'vi-VN', { maximumFractionDigits: 1 }).format(value)
  return kilo < 1000 ? `${format(Math.max(kilo, 0.1))} kB` : `${format(kilo / 1000)} MB`
}
