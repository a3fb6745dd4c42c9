// The search panel. Pagefind's index comes in pieces: nothing of it loads before the first question.
// A browser without import() cannot read this file; the others lose nothing, since only the search button loads it.
(function () {
  "use strict"
  var here = document.currentScript.src.replace(/[^/]*$/, "")
  var root = here.replace(/assets\/$/, "")
  var panel = document.querySelector(".search")
  var field = panel.querySelector("input"), said = panel.querySelector(".search-said")
  var found = panel.querySelector(".search-found"), words = panel.dataset
  var LIMIT = 12, index = null, asked = 0, opener = null

  function engine() {
    if (!index) {
      index = import(root + "pagefind/pagefind.js").then(function (pagefind) {
        return pagefind.options({ baseUrl: new URL(root).pathname, excerptLength: 24 }).then(function () { return pagefind })
      })
    }
    return index
  }

  // Pagefind's excerpt is text with <mark> around what was found; anything else in it stays text.
  function excerpt(html) {
    var line = document.createElement("span")
    line.className = "excerpt"
    html.split(/(<mark>.*?<\/mark>)/).forEach(function (part) {
      var marked = /^<mark>(.*?)<\/mark>$/.exec(part)
      var piece = marked ? document.createElement("mark") : document.createTextNode("")
      piece.textContent = plain(marked ? marked[1] : part)
      line.appendChild(piece)
    })
    return line
  }
  function plain(text) {
    return new DOMParser().parseFromString(text, "text/html").body.textContent
  }

  function entry(page) {
    var item = document.createElement("li"), link = document.createElement("a")
    var title = document.createElement("b"), from = document.createElement("span")
    link.href = page.url
    title.textContent = page.meta.title
    from.className = "from"
    from.textContent = [page.meta.kind, page.meta.bulletin].filter(Boolean).join(" · ")
    link.appendChild(title)
    link.appendChild(from)
    link.appendChild(excerpt(page.excerpt))
    item.appendChild(link)
    return item
  }

  function ask() {
    var question = field.value.trim(), mine = ++asked
    if (!question) {
      found.textContent = said.textContent = ""
      return
    }
    said.textContent = words.wait
    engine().then(function (pagefind) { return pagefind.search(question) }).then(function (result) {
      if (mine !== asked) return null
      return Promise.all(result.results.slice(0, LIMIT).map(function (hit) { return hit.data() })).then(function (pages) {
        if (mine !== asked) return
        found.textContent = ""
        pages.forEach(function (page) { found.appendChild(entry(page)) })
        said.textContent = pages.length ? words.some.replace("{n}", result.results.length) : words.none
      })
    }).catch(function () { said.textContent = words.fail })
  }

  var timer = 0
  field.addEventListener("input", function () {
    clearTimeout(timer)
    timer = setTimeout(ask, 180)
  })
  panel.querySelector("form").addEventListener("submit", function (event) {
    event.preventDefault()
    var first = found.querySelector("a")
    if (first) first.focus()
    else ask()
  })

  function close() {
    panel.hidden = true
    document.body.style.overflow = ""
    if (opener) opener.focus()
  }
  panel.querySelector("[data-search-close]").addEventListener("click", close)
  panel.addEventListener("click", function (event) { if (event.target === panel) close() })
  panel.addEventListener("keydown", function (event) {
    var stops = Array.prototype.slice.call(panel.querySelectorAll("input, button, a[href]"))
    var links = Array.prototype.slice.call(found.querySelectorAll("a"))
    var at = links.indexOf(document.activeElement)
    if (event.key === "Escape") close()
    else if (event.key === "ArrowDown" && links.length) move(event, links[Math.min(at + 1, links.length - 1)])
    else if (event.key === "ArrowUp" && at >= 0) move(event, at ? links[at - 1] : field)
    else if (event.key === "Tab" && event.shiftKey && document.activeElement === stops[0]) move(event, stops[stops.length - 1])
    else if (event.key === "Tab" && !event.shiftKey && document.activeElement === stops[stops.length - 1]) move(event, stops[0])
  })
  function move(event, target) {
    event.preventDefault()
    target.focus()
  }

  window.bulletinSearch = function (from) {
    opener = from
    panel.hidden = false
    document.body.style.overflow = "hidden"
    field.focus()
    if (field.value && !found.firstChild) ask() // typed while this script was loading
    else field.select()
  }
})()
