// What a reader can do without: filtering lists, sorting tables, notes on figures, light and dark, and the doors to
// search, interactive charts, weights to try and projects to find, whose scripts load when they are first needed.
(function () {
  "use strict"
  var here = document.currentScript.src.replace(/[^/]*$/, "")
  var page = document.documentElement

  function each(selector, act, within) {
    Array.prototype.forEach.call((within || document).querySelectorAll(selector), act)
  }

  function load(name, then) {
    var script = document.createElement("script")
    script.src = here + name
    script.onload = then
    document.head.appendChild(script)
  }

  // Find my county, a term, an indicator: the list narrows while one types. Enter opens the only one left.
  each("[data-finder]", function (finder) {
    var field = finder.querySelector("input"), none = finder.querySelector(".none")
    var items = finder.querySelectorAll("[data-find]")
    if (!field || !items.length) return
    field.hidden = false
    function narrow() {
      var words = field.value.toLowerCase().split(/\s+/).filter(Boolean), left = []
      each("[data-find]", function (item) {
        var text = (item.getAttribute("data-find") + " " + item.textContent).toLowerCase()
        item.hidden = !words.every(function (word) { return text.indexOf(word) >= 0 })
        if (!item.hidden) left.push(item)
      }, finder)
      if (none) none.hidden = left.length > 0
      return left
    }
    field.addEventListener("input", narrow)
    field.addEventListener("keydown", function (event) {
      var left = event.key === "Enter" && !event.isComposing ? narrow() : []
      var link = left.length === 1 && left[0].querySelector("a")
      if (link) link.click()
    })
  })

  // Sorting: equal values keep their order, missing ones come last either way.
  function cellValue(row, column, numeric) {
    var cell = row.cells[column]
    if (!cell) return null
    var data = cell.querySelector("data"), own = cell.getAttribute("data-value") // empty: no value to sort by
    var text = own !== null ? own : (data ? data.getAttribute("value") : numeric ? "" : cell.textContent.trim())
    if (!text) return null
    return numeric ? parseFloat(text) : text
  }
  function sortBy(body, column, numeric, sign) {
    var rows = Array.prototype.slice.call(body.rows).map(function (row, index) {
      return { row: row, index: index, value: cellValue(row, column, numeric) }
    })
    rows.sort(function (a, b) {
      if (a.value === null || b.value === null) return (a.value === null) - (b.value === null) || a.index - b.index
      var order = numeric ? a.value - b.value : a.value.localeCompare(b.value, page.lang)
      return sign * order || a.index - b.index
    })
    rows.forEach(function (item) { body.appendChild(item.row) })
  }
  each("table.sortable", function (table) {
    each("thead th[data-sort]", function (head) {
      var button = document.createElement("button")
      button.type = "button"
      if (head.querySelector("a")) button.setAttribute("aria-label", head.textContent.trim()) // no link inside a button
      else while (head.firstChild) button.appendChild(head.firstChild)
      head.insertBefore(button, head.firstChild)
      button.addEventListener("click", function () {
        var numeric = head.getAttribute("data-sort") === "number", was = head.getAttribute("aria-sort")
        var next = was ? (was === "ascending" ? "descending" : "ascending") : numeric ? "descending" : "ascending"
        each("th[aria-sort]", function (other) { other.removeAttribute("aria-sort") }, table)
        head.setAttribute("aria-sort", next)
        each("tbody", function (body) { sortBy(body, head.cellIndex, numeric, next === "ascending" ? 1 : -1) }, table)
      })
    }, table)
  })

  // Notes: a figure's source, a mark's meaning. With a mouse or the keyboard they show in passing; where there is
  // no hovering the first touch shows the note, the second follows the link.
  var note = null, owner = null, touching = false
  function hide() {
    if (!note) return
    note.parentNode.removeChild(note)
    if (owner) owner.removeAttribute("aria-describedby")
    note = owner = null
  }
  function show(target) {
    var text = target.getAttribute("data-note")
    if (!text || owner === target) return
    hide()
    owner = target
    note = document.createElement("div")
    note.className = "note-open"
    note.id = "note-open"
    note.setAttribute("role", "tooltip")
    note.textContent = text
    document.body.appendChild(note)
    target.setAttribute("aria-describedby", note.id)
    var box = target.getBoundingClientRect(), wide = document.documentElement.clientWidth
    var left = Math.min(Math.max(box.left, 16), wide - note.offsetWidth - 16)
    var below = box.bottom + 8 + note.offsetHeight < window.innerHeight || box.top < note.offsetHeight + 8
    note.style.left = left + window.pageXOffset + "px"
    note.style.top = (below ? box.bottom + 8 : box.top - note.offsetHeight - 8) + window.pageYOffset + "px"
  }
  // In a table, list or map each mark is one stop of the Tab key, however often it stands there.
  var stops = []
  function firstOfItsKind(target) {
    var whole = target.closest("table, ul, ol, .maps, .headlines")
    var text = target.textContent + target.getAttribute("data-note")
    if (!whole) return true
    var known = stops.some(function (stop) { return stop.whole === whole && stop.text === text })
    if (!known) stops.push({ whole: whole, text: text })
    return !known
  }
  each(".figure-link[title], abbr[title], .mark[title]", function (target) {
    target.setAttribute("data-note", target.getAttribute("title"))
    target.removeAttribute("title")
    if (!target.href) {
      if (firstOfItsKind(target)) target.tabIndex = 0
      target.setAttribute("role", "note")
      target.setAttribute("aria-label", target.textContent + " " + target.getAttribute("data-note"))
    }
    target.addEventListener("mouseenter", function () { if (!touching) show(target) })
    target.addEventListener("mouseleave", function () { if (!touching) hide() })
    target.addEventListener("focus", function () { if (!touching) show(target) })
    target.addEventListener("blur", hide)
    target.addEventListener("touchstart", function () { touching = true }, { passive: true })
    target.addEventListener("click", function (event) {
      if (touching && owner !== target) {
        event.preventDefault()
        event.stopPropagation()
        show(target)
      }
    })
  })
  document.addEventListener("click", hide)
  document.addEventListener("keydown", function (event) { if (event.key === "Escape") hide() })
  window.addEventListener("resize", hide)

  // Light and dark: the other of what is seen; back to the system's choice when they agree.
  each("[data-scheme-toggle]", function (button) {
    button.addEventListener("click", function () {
      var system = window.matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light"
      var next = (page.getAttribute("data-scheme") || system) === "dark" ? "light" : "dark"
      page.setAttribute("data-scheme", next)
      try {
        if (next === system) localStorage.removeItem("scheme")
        else localStorage.setItem("scheme", next)
      } catch (refused) { /* it lasts as long as the page */ }
      page.dispatchEvent(new CustomEvent("schemechange"))
    })
  })

  // Search: with the button, or with "/" from anywhere outside a field.
  function search(opener) {
    var panel = document.querySelector(".search")
    panel.hidden = false // at once, so that no letter typed meanwhile is lost
    panel.querySelector("input").focus()
    if (window.bulletinSearch) window.bulletinSearch(opener)
    else load("search.js", function () {
      if (window.bulletinSearch) return window.bulletinSearch(opener)
      panel.hidden = opener.hidden = true // a browser too old to search: the sections lead everywhere
    })
  }
  each("[data-search-open]", function (button) {
    button.addEventListener("click", function () { search(button) })
    document.addEventListener("keydown", function (event) {
      if (event.key !== "/" || /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName)) return
      event.preventDefault()
      search(button)
    })
  })

  // Interactive charts.
  each("[data-chart-open]", function (button) {
    button.hidden = false
    button.addEventListener("click", function () {
      button.disabled = true
      if (window.bulletinChart) window.bulletinChart(button)
      else load("chart.js", function () { window.bulletinChart(button) })
    })
  })

  // Weights of a league to try.
  if (document.querySelector("[data-weights]")) load("weights.js")

  // The list of projects to narrow.
  if (document.querySelector("[data-projects]")) load("projects.js")

  // On paper sources and downloads show their addresses in full, which only the page's own place makes known.
  window.addEventListener("beforeprint", function () {
    each(".sources a[href], .downloads a[href]", function (link) {
      if (!/^https?:/.test(link.getAttribute("href"))) link.setAttribute("data-address", link.href)
    })
  })

  // A table or code of the text that is wider than the screen scrolls with the keyboard too.
  each(".prose > table, .prose pre", function (wide) {
    if (wide.scrollWidth > wide.clientWidth) wide.tabIndex = 0
  })

  // The section that the reader is in stays in view on a narrow screen.
  each(".sections [aria-current]", function (link) {
    var list = link.parentNode.parentNode
    list.scrollLeft = link.offsetLeft - list.offsetLeft - 24
  })
})()
