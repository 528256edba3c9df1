import 'i18next'
import type vi from './vi.json'

// A key that is not in the Vietnamese texts does not compile; the parity test covers the English ones.
declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: typeof vi }
  }
}
