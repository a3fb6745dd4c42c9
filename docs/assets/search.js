// The search panel. Pagefind's index comes in pieces: nothing of it loads before the first question.
// A browser without import() cannot read this file; the others lose nothing, since only the search button loads it.
(function () {
  "use strict"
  var here = document.currentScript.src.replace(/[^/]*$/, "")
  var root = here.replace(/assets\/$/, "")
  var panel = document.querySelector(".search")
  var field = panel.querySelector("input"), said = panel.querySelector(".search-said")
  var found = panel.querySelector(".search-found"), words = panel.dataset
  var chinese = /^zh/.test(document.documentElement.lang)
  var LIMIT = 12, index = null, asked = 0, opener = null

  function engine() {
    if (!index) {
      index = import(root + "pagefind/pagefind.js").then(function (pagefind) {
        var options = { baseUrl: new URL(root).pathname, excerptLength: chinese ? 70 : 24 }
        return pagefind.options(options).then(function () { return pagefind })
      })
    }
    return index
  }

  // In the index every Chinese character stands alone, so that what is typed is found as it is typed, whatever a
  // dictionary takes for a word. A phrase is asked for in quotes, its characters apart.
  var HAN = "\u3400-\u9fff\uf900-\ufaff", MARKS = "\u2018-\u201d\u3000-\u303f\uff01-\uff65"
  var RUN = new RegExp("[" + HAN + "]+", "g"), ONE = new RegExp("[" + HAN + "]")
  function apart(text) {
    return text.replace(RUN, function (run) { return " " + run.split("").join(" ") + " " }).replace(/\s+/g, " ").trim()
  }
  function phrase(text) {
    return '"' + apart(text) + '"'
  }

  // The words of a Chinese question; what is left of single characters belongs to the word before, particles to none.
  function cut(text) {
    if (!chinese || typeof Intl.Segmenter === "undefined") return [text]
    var parts = [], alone = true
    Array.from(new Intl.Segmenter("zh", { granularity: "word" }).segment(text)).forEach(function (piece) {
      var word = piece.segment, single = word.length === 1
      if (single && /[的了和与及在是]/.test(word)) alone = false
      else if (single && parts.length) parts[parts.length - 1] += word
      else if (alone && parts.length && parts[parts.length - 1].length === 1) parts[parts.length - 1] += word
      else parts.push(word)
    })
    return parts.length ? parts : [text]
  }

  // What a question asks for: pages with all of its phrases as typed, and pages with all of their words.
  function plan(question) {
    var chunks = question.replace(/["“”]/g, " ").split(/[\s,;!?，。、；：！？（）()《》]+/).filter(Boolean)
    var han = chunks.filter(function (chunk) { return ONE.test(chunk) })
    var rest = chunks.filter(function (chunk) { return !ONE.test(chunk) }).join(" ")
    var parts = han.reduce(function (all, chunk) { return all.concat(cut(chunk)) }, [])
    if (!han.length) return { all: rest, exact: rest.indexOf(" ") > 0 ? [phrase(rest)] : [rest], loose: [rest] }
    return {
      all: apart(parts.join(" ") + " " + rest),
      exact: han.map(phrase).concat(rest || []),
      loose: parts.map(phrase).concat(rest || [])
    }
  }

  function ids(result) {
    return new Set(result.results.map(function (hit) { return hit.id }))
  }
  function search(pagefind, question) {
    var want = plan(question), here = words.bulletin ? { filters: { bulletin: words.bulletin } } : null
    function sets(terms) {
      return Promise.all(terms.map(function (term) { return pagefind.search(term) }))
    }
    return Promise.all([
      pagefind.search(want.all), here ? pagefind.search(want.all, here) : null, sets(want.exact), sets(want.loose)
    ]).then(function (answers) {
      var scores = new Map(), own = answers[1] && ids(answers[1]), exact = answers[2].map(ids), loose = answers[3].map(ids)
      var one = new Map(want.exact.length > 1 ? [] : answers[2][0].results.map(function (hit) { return [hit.id, hit] }))
      answers[0].results.forEach(function (hit) { scores.set(hit.id, hit.score) })
      function inAll(of) {
        return function (id) { return of.every(function (set) { return set.has(id) }) }
      }
      var hits = new Map()
      answers[0].results.concat(answers[2][0].results, answers[3][0].results).forEach(function (hit) {
        var rank = inAll(exact)(hit.id) ? 2 : inAll(loose)(hit.id) ? 1 : 0
        if (!rank || hits.has(hit.id)) return
        hits.set(hit.id, {
          hit: hit, exact: one.get(hit.id) || hit, score: scores.get(hit.id) || 0,
          rank: rank + (own && own.has(hit.id) ? 2 : 0)
        })
      })
      return Array.from(hits.values()).sort(function (a, b) { return b.rank - a.rank || b.score - a.score })
    })
  }

  // The index has spaces that the page has not, and a mark (U+2063) where the page has one.
  var SIDE = "[" + HAN + MARKS + "]", ANY = "[" + HAN + MARKS + "0-9A-Za-z%]", MARKED = "([\ue000\ue001]?)"
  var GAPS = (chinese ? [[SIDE, ANY], [ANY, SIDE]] : [["[" + HAN + "]", "[" + HAN + MARKS + "]"]]).map(function (sides) {
    return new RegExp("(" + sides[0] + ")" + MARKED + " " + MARKED + "(?=" + sides[1] + ")", "g")
  })
  function together(text) {
    text = text.replace(/\s+/g, " ").replace(/ \ue001/g, "\ue001 ").replace(/\ue001( ?)\ue000/g, "$1")
    if (chinese) text = text.replace(/\. /g, " \u2063·\u2063 ").replace(/\.$/, "")
    GAPS.forEach(function (gap) { text = text.replace(gap, "$1$2$3") })
    return text.replace(/[\s\u2063]+/g, " ").replace(new RegExp(" ([" + MARKS + ",;:])", "g"), "$1").trim()
  }

  // Pagefind's excerpt is text with <mark> around what was found; anything else in it stays text.
  function excerpt(html, question) {
    var line = document.createElement("span"), text = ""
    var body = new DOMParser().parseFromString("<p>" + html + "</p>", "text/html").body
    Array.prototype.forEach.call(body.firstChild.childNodes, function (node) {
      text += node.nodeName === "MARK" ? "\ue000" + node.textContent + "\ue001" : node.textContent
    })
    line.className = "excerpt"
    together(text).split(/(\ue000[^\ue001]*\ue001)/).forEach(function (part) {
      var bare = part.replace(/[\ue000\ue001]/g, "")
      var hit = bare !== part && !(bare.length === 1 && ONE.test(bare) && question.length > 1)
      var piece = hit ? document.createElement("mark") : document.createTextNode("")
      piece.textContent = bare
      line.appendChild(piece)
    })
    return line
  }

  // What a result shows. Of the glossary the term that is named so; else the page, with the text around the phrase
  // (Pagefind gives only one place of a phrase, and one object a page).
  function shown(one, question) {
    var wanted = question.toLowerCase()
    return one.hit.data().then(function (page) {
      var name = together(page.meta.title), best = null
      if (/\/glossary\//.test(page.url) && name.toLowerCase() !== wanted) (page.sub_results || []).forEach(function (part) {
        var title = together(part.title || "")
        if (title.toLowerCase().indexOf(wanted) < 0 || (best && best.title.length <= title.length)) return
        best = { title: title, url: part.url, excerpt: part.excerpt, from: [name, page.meta.bulletin] }
      })
      return best || one.exact.data().then(function (near) {
        return { title: name, url: page.url, excerpt: near.excerpt, from: [page.meta.kind, page.meta.bulletin] }
      })
    })
  }

  function entry(page, question) {
    var item = document.createElement("li"), link = document.createElement("a")
    var title = document.createElement("b"), from = document.createElement("span")
    link.href = page.url
    title.textContent = page.title
    from.className = "from"
    from.textContent = page.from.filter(function (text) { return text && text !== page.title }).join(" · ")
    link.appendChild(title)
    link.appendChild(document.createTextNode(" "))
    link.appendChild(from)
    link.appendChild(excerpt(page.excerpt, question))
    item.appendChild(link)
    return item
  }

  function ask() {
    var question = field.value.trim(), mine = ++asked
    if (!plan(question).all) {
      found.textContent = said.textContent = ""
      return
    }
    said.textContent = words.wait
    engine().then(function (pagefind) { return search(pagefind, question) }).then(function (hits) {
      if (mine !== asked) return null
      return Promise.all(hits.slice(0, LIMIT).map(function (one) { return shown(one, question) })).then(function (pages) {
        if (mine !== asked) return
        found.textContent = ""
        var named = pages.filter(function (page, at) {
          return page.title.toLowerCase() === question.toLowerCase() && hits[at].rank > 2
        })
        named.concat(pages.filter(function (page) { return named.indexOf(page) < 0 })).forEach(function (page) {
          found.appendChild(entry(page, question))
        })
        said.textContent = pages.length ? words.some.replace("{n}", hits.length) : words.none
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
  found.addEventListener("click", function (event) {
    if (!event.ctrlKey && !event.metaKey && !event.shiftKey) close() // the result may be on this page
  })
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
