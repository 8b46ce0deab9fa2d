/** A fault in one line: where, what, the way out, and the code for scripts. */
import type { StatementFault } from '../verify/evidence.js'

/** `theorems/x.ts: liu2021/x › balance: "lamda" is not a symbol … [UNKNOWN_SYMBOL]`; the claim is named once. */
export function faultLine({ file, claim, code, message }: StatementFault): string {
  const place = claim && !message.includes(`› ${claim}`) ? `${file} › ${claim}` : file
  return `${place}: ${message} [${code}]`
}
