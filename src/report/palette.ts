/** Colours by meaning, as ANSI escapes; without colour every style is the identity. */
export interface Palette {
  good(text: string): string
  bad(text: string): string
  open(text: string): string
  faint(text: string): string
  strong(text: string): string
}

const escape = (on: number, off: number) => (text: string): string => `\u001b[${on}m${text}\u001b[${off}m`
const plain = (text: string): string => text

const coloured: Palette =
  { good: escape(32, 39), bad: escape(31, 39), open: escape(33, 39), faint: escape(2, 22), strong: escape(1, 22) }

const colourless: Palette = { good: plain, bad: plain, open: plain, faint: plain, strong: plain }

export const paletteFor = (colour: boolean): Palette => (colour ? coloured : colourless)
