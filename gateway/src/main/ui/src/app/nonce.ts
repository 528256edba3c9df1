/** The nonce of this response, put into the page by the gateway. */
export const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content

/**
 * Ant Design gives the nonce to its own styles but not to those of two helpers beneath it (scroll bar measure, scroll lock).
 * The policy would refuse these, so every style element made here carries it.
 */
export function giveStylesTheNonce() {
  if (!nonce) return
  const create = document.createElement.bind(document) as (tag: string, options?: ElementCreationOptions) => HTMLElement
  document.createElement = ((tag: string, options?: ElementCreationOptions) => {
    const element = create(tag, options)
    if (element instanceof HTMLStyleElement) element.nonce = nonce
    return element
  }) as typeof document.createElement
}
