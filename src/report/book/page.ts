/** The frame of every page: head, navigation, search, the choice of light or dark, and where the record came from. */
import type { SuiteReport } from '../../suite/events.js'
import { html, raw, type Markup } from './html.js'
import { probability } from './readable.js'
import { frontPath, graphPath, guidePath, indexPath, relativeTo, scriptPath, stylePath } from './paths.js'

export interface Page {
  readonly path: string
  readonly title: string
  readonly description: string
  readonly body: Markup
}

const doors = [
  [frontPath, 'Results'], [`${frontPath}#fallen`, 'Claims that fall'], [graphPath, 'What rests on what'],
  [guidePath, 'How to read'],
] as const

/** The whole text of a page. */
export function pageText({ path, title, description, body }: Page, report: SuiteReport): string {
  const to = (target: string): string => relativeTo(path, target)
  const current = (target: string): Markup => (target === path ? raw(' aria-current="page"') : raw(''))
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<meta name="description" content="${description}">
<link rel="stylesheet" href="${to(stylePath)}">
<script src="${to(scriptPath)}"></script>
<script src="${to(indexPath)}" defer></script>
</head>
<body data-root="${to('.') || '.'}">
<a class="skip" href="#content">Skip to the content</a>
<header class="top">
<a class="name" href="${to(frontPath)}">assay</a>
<nav aria-label="Book"><ul>${doors.map(([target, name]) =>
  html`<li><a href="${to(target)}"${current(target)}>${name}</a></li>`)}</ul></nav>
<div class="search" role="search"></div>
<div class="theme"></div>
</header>
<main id="content" tabindex="-1">
${body}
</main>
<footer>${provenance(report)}</footer>
</body>
</html>
`
  return page.markup
}

const provenance = ({ engine, seed, run, budget }: SuiteReport): Markup =>
  html`<p>Made by assay ${engine.version} on Node
${engine.node} from one record: seed ${seed}, effort ${run.effort}, precision
${budget.precision}${run.shard && `, shard ${run.shard}`}${
  run.interrupted && ', interrupted'}.
A true claim of this run is refuted with probability at most ${probability(budget.suiteAlpha)} in all.</p>`
