/** `assay report RECORD --html DIR`: the book of a record. */
import type { Command } from 'commander'
import type { Shell } from './shell.js'

export function addReport(program: Command, shell: Shell): void {
  program.command('report')
    .description('write the book of a record: a folder of pages that works offline')
    .argument('<RECORD>', 'record that verify --json or merge --json wrote')
    .requiredOption('--html <dir>', 'folder of the book; an older book there is replaced')
    .action(async (record: string, { html }: { html: string }) => {
      const [{ readRecord }, { prepareBook, writeBook }] = await Promise.all([
        import('../suite/read-record.js'), import('../report/book/write-book.js')])
      const report = await readRecord(record)
      await prepareBook(html)
      await writeBook(report, html)
      shell.out.write(`wrote ${html}/index.html\n`)
    })
}
