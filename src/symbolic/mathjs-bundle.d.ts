/** mathjs in one file, as far as it is used here: the package states no types for this door. */
declare module 'mathjs/lib/browser/math.js' {
  import type { MathNode } from 'mathjs'

  const math: { readonly parse: (text: string) => MathNode }
  export default math
}
