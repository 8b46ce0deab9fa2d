/** Lines on logarithmic axes as an SVG that is legible on light and dark pages. */

export interface Line {
  readonly name: string
  /** number of a colour of the palette; null: dashed grey */
  readonly color: number | null
  readonly points: readonly (readonly [x: number, y: number])[]
}

const [WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM] = [720, 420, 60, 150, 16, 44]
const light = ['#0b62a8', '#b04a00', '#1c7a3c']
const dark = ['#6db8f2', '#f2a35e', '#6fce8b']

/** Both axes from 1 to 10^decades. */
export function figure(lines: readonly Line[], decades: number, xName: string, yName: string): string {
  const x = (value: number): number => LEFT + Math.log10(value) / decades * (WIDTH - LEFT - RIGHT)
  const y = (value: number): number => HEIGHT - BOTTOM - Math.log10(value) / decades * (HEIGHT - TOP - BOTTOM)
  const labels: number[] = []
  const drawn = lines.map(({ name, color, points }) => {
    const path = points.map(([a, b], k) => `${k ? 'L' : 'M'}${x(a).toFixed(1)} ${y(b).toFixed(1)}`).join('')
    const [a, b] = points.at(-1)!
    const label = freeNear(y(b) + 4, labels)
    labels.push(label)
    const kind = color === null ? 'ideal' : `c${color}`
    return `<path class="${kind}" d="${path}"/>\n`
      + `<text class="${kind}" x="${(x(a) + 8).toFixed(1)}" y="${label.toFixed(1)}">${name}</text>`
  })
  return [head(), axes(x, y, decades), ...drawn, titles(xName, yName), '</svg>\n'].join('\n')
}

/** As near below as no other label is in the way. */
const freeNear = (at: number, taken: readonly number[]): number =>
  (taken.some((other) => Math.abs(other - at) < 14) ? freeNear(at + 2, taken) : at)

const head = (): string => {
  const colors = (palette: readonly string[]): string => palette.map((color, k) =>
    `path.c${k}{stroke:${color}}text.c${k}{fill:${color}}`).join('')
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" `
    + `font-size="13"><style>path{fill:none;stroke-width:2}text{fill:#333}.grid{stroke:#8884;stroke-width:1}`
    + `path.ideal{stroke:#888;stroke-dasharray:5 4}${colors(light)}`
    + `@media(prefers-color-scheme:dark){text{fill:#ccc}${colors(dark)}}</style>`
}

function axes(x: (v: number) => number, y: (v: number) => number, decades: number): string {
  const ticks = Array.from({ length: decades + 1 }, (_, k) => 10 ** k)
  const shown = (v: number): string => v.toLocaleString('en')
  const most = 10 ** decades
  return ticks.map((v) => `<path class="grid" d="M${x(v)} ${y(1)}V${y(most)}M${x(1)} ${y(v)}H${x(most)}"/>`
    + `<text x="${x(v)}" y="${y(1) + 18}" text-anchor="middle">${shown(v)}</text>`
    + `<text x="${x(1) - 6}" y="${y(v) + 4}" text-anchor="end">${shown(v)}</text>`).join('\n')
}

const titles = (xName: string, yName: string): string =>
  `<text x="${(LEFT + WIDTH - RIGHT) / 2}" y="${HEIGHT - 8}" text-anchor="middle">${xName}</text>`
  + `<text transform="translate(14 ${(TOP + HEIGHT - BOTTOM) / 2}) rotate(-90)" text-anchor="middle">${yName}</text>`
