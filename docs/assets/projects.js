// The filters of the list of projects. All projects lie in a file that is fetched when the first choice is made; what
// is chosen stands in the address, so that a narrowed list can be sent to somebody and found again.
(function () {
  "use strict"
  var PAGE = 100

  function start(form) {
    var words = form.dataset, place = form.parentNode, status = place.querySelector("[data-status]")
    var list = place.querySelector("[data-found]"), more = place.querySelector("[data-more]")
    var loading = null, data = null, found = [], pause = 0
    // The list as it stands on the page, with the way to its other pages: hidden while a choice is made.
    var whole = Array.prototype.filter.call(place.parentNode.children, function (part) { return part !== place && part.querySelector(".projects, .pager") })
    var heads = whole.map(function (part) { return part.previousElementSibling }).concat(place.querySelector("[data-whole]"))

    function chosen() {
      var kept = []
      Array.prototype.forEach.call(form.elements, function (field) {
        if (field.name && field.value.trim()) kept.push([field.name, field.value.trim()])
      })
      return kept
    }
    function fits(row, choices) {
      return choices.every(function (choice) {
        if (choice[0] !== "q") return (" " + row[4 + data.choices.indexOf(choice[0])] + " ").indexOf(" " + choice[1] + " ") >= 0
        row.text = row.text || (row[1] + " " + row[2] + " " + row[3]).toLowerCase()
        return choice[1].toLowerCase().split(/\s+/).every(function (word) { return row.text.indexOf(word) >= 0 })
      })
    }
    function word(name, code) {
      var option = form.elements[name] && form.elements[name].querySelector('option[value="' + code + '"]')
      return option ? option.getAttribute("data-word") : ""
    }
    function line(row) {
      var item = document.createElement("li"), link = document.createElement("a")
      var name = document.createElement("p"), what = document.createElement("p"), badge = document.createElement("span")
      var stage = row[4 + data.choices.indexOf("stage")]
      item.className = "project"
      name.className = "name"
      what.className = "what"
      link.href = words.home + row[0] + "/"
      link.textContent = row[1]
      badge.className = "badge stage-" + stage
      badge.textContent = word("stage", stage)
      name.appendChild(link)
      if (badge.textContent) name.append(" ", badge)
      what.textContent = [word("area", row[4]), row[2]].filter(Boolean).join(" \u00b7 ")
      item.appendChild(name)
      item.appendChild(what)
      return item
    }
    function grow() {
      var from = list.children.length
      found.slice(from, from + PAGE).forEach(function (row) { list.appendChild(line(row)) })
      more.hidden = list.children.length >= found.length
      return list.children[from]
    }
    function show(choices) {
      var narrowed = choices.length > 0
      whole.concat(heads).forEach(function (part) { if (part) part.hidden = narrowed })
      list.hidden = !narrowed
      list.textContent = ""
      found = narrowed ? data.projects.filter(function (row) { return fits(row, choices) }) : []
      grow()
      status.textContent = !narrowed ? "" : found.length ? words.said.replace("{count}", found.length) : words.none
    }
    function apply() {
      var choices = chosen()
      var query = choices.map(function (choice) { return choice.map(encodeURIComponent).join("=") }).join("&")
      history.replaceState(null, "", location.pathname + (query ? "?" + query : "") + location.hash)
      if (!choices.length && !data) return
      loading = loading || fetch(words.projects).then(function (answer) { return answer.json() })
      loading.then(function (read) {
        data = read
        show(chosen())
      }, function () { loading = null }) // the list below stays
    }
    function later() {
      clearTimeout(pause)
      pause = setTimeout(apply, 150)
    }

    form.addEventListener("input", later)
    form.addEventListener("submit", function (event) {
      event.preventDefault()
      apply()
    })
    form.addEventListener("reset", function () { setTimeout(apply) }) // after the fields are empty
    more.addEventListener("click", function () { grow().querySelector("a").focus() })

    form.reset() // a browser may have kept what was chosen before it went back
    new URLSearchParams(location.search).forEach(function (value, name) {
      var field = form.elements[name], fold = field && field.closest && field.closest("details")
      if (field) field.value = value
      if (fold) fold.open = true
    })
    if (chosen().length) apply()
  }

  Array.prototype.forEach.call(document.querySelectorAll("form[data-projects]"), start)
})()
