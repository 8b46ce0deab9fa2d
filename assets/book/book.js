/* The only script of the book: light or dark, and the search. Without it every page can still be read. */
(() => {
  'use strict'
  const root = document.documentElement
  const kept = (() => { try { return localStorage } catch { return null } })()
  const themes = ['auto', 'light', 'dark']
  let theme = kept?.getItem('assay-theme') ?? 'auto'
  const show = () => { if (theme === 'auto') delete root.dataset.theme; else root.dataset.theme = theme }
  show()

  document.addEventListener('DOMContentLoaded', () => {
    addThemeButton(document.querySelector('.theme'))
    addSearch(document.querySelector('.search'))
  })

  function addThemeButton(place) {
    const button = document.createElement('button')
    button.type = 'button'
    const label = () => {
      button.textContent = { auto: '◐', light: '☀', dark: '☾' }[theme]
      button.setAttribute('aria-label', `colours: ${theme === 'auto' ? 'as the system' : theme}; change`)
      button.title = button.getAttribute('aria-label')
    }
    button.addEventListener('click', () => {
      theme = themes[(themes.indexOf(theme) + 1) % themes.length]
      kept?.setItem('assay-theme', theme)
      show()
      label()
    })
    label()
    place.append(button)
  }

  function addSearch(place) {
    const input = Object.assign(document.createElement('input'), { type: 'search', placeholder: 'Search   /', autocomplete: 'off', spellcheck: false })
    const list = Object.assign(document.createElement('ul'), { id: 'found', hidden: true })
    list.setAttribute('role', 'listbox')
    list.setAttribute('aria-label', 'found')
    for (const [name, value] of Object.entries({ role: 'combobox', 'aria-label': 'search results and claims', 'aria-expanded': 'false', 'aria-controls': 'found', 'aria-autocomplete': 'list' })) {
      input.setAttribute(name, value)
    }
    place.append(input, list)
    let chosen = -1
    const options = () => [...list.children].filter((item) => item.dataset.address)

    const choose = (at) => {
      chosen = at
      options().forEach((item, i) => {
        item.setAttribute('aria-selected', String(i === at))
        if (i === at) item.scrollIntoView({ block: 'nearest' })
      })
      if (at >= 0) input.setAttribute('aria-activedescendant', `found-${at}`)
      else input.removeAttribute('aria-activedescendant')
    }
    const open = (items) => {
      list.replaceChildren(...items)
      list.hidden = items.length === 0
      input.setAttribute('aria-expanded', String(items.length > 0))
      choose(-1)
    }
    const go = (item) => { open([]); location.href = `${document.body.dataset.root}/${item.dataset.address}` }

    input.addEventListener('input', () => open(find(input.value).map(optionOf)))
    input.addEventListener('keydown', (event) => {
      const all = options()
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
      if (step && all.length) {
        choose((chosen + step + all.length + (chosen < 0 && step < 0 ? 1 : 0)) % all.length)
        event.preventDefault()
      }
      if (event.key === 'Enter' && all.length) go(all[Math.max(0, chosen)])
      if (event.key === 'Escape') open([])
    })
    list.addEventListener('mousedown', (event) => {
      const item = event.target.closest('[data-address]')
      if (item) { event.preventDefault(); go(item) }
    })
    input.addEventListener('blur', () => open([]))
    document.addEventListener('keydown', (event) => {
      const isTyping = /^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement?.tagName ?? '')
      if (event.key === '/' && !isTyping && !event.ctrlKey && !event.metaKey) { event.preventDefault(); input.focus() }
    })
  }

  /* every word must occur; words that begin the title weigh most */
  function find(query) {
    const words = query.toLowerCase().split(/\s+/).filter(Boolean)
    if (!words.length) return []
    return (globalThis.assayIndex ?? []).map((entry) => ({ entry, score: score(entry, words) }))
      .filter(({ score: s }) => s > 0).sort((a, b) => b.score - a.score).slice(0, 12).map(({ entry }) => entry)
  }

  function score([title, , what, more], words) {
    const [name, text] = [title.toLowerCase(), `${what} ${more}`.toLowerCase()]
    let sum = 0
    for (const word of words) {
      const at = name.indexOf(word)
      if (at < 0 && !text.includes(word)) return 0
      sum += at === 0 ? 8 : at > 0 ? 4 : 1
    }
    return sum
  }

  function optionOf([title, address, what], i) {
    const item = document.createElement('li')
    const below = document.createElement('small')
    below.textContent = what
    item.id = `found-${i}`
    item.setAttribute('role', 'option')
    item.setAttribute('aria-selected', 'false')
    item.dataset.address = address
    item.append(title, below)
    return item
  }
})()
