// Your own weights: scores and places of a league with other weights, from the published normalised scores. Fractions
// of BigInt, so that a tie is a tie; a geometric mean goes to 60 decimals and is kept to 30 digits, as the engine does.
// A browser without BigInt shows the official table and no sliders.
(function () {
  "use strict"
  function each(selector, act, within) {
    Array.prototype.forEach.call((within || document).querySelectorAll(selector), act)
  }
  if (typeof BigInt === "undefined") {
    return each("[data-weights] .only-script", function (part) { part.hidden = true })
  }

  var ZERO = BigInt(0), ONE = BigInt(1), TWO = BigInt(2), TEN = BigInt(10)
  function power(base, times) { // the sign of powers is beyond what older browsers can read
    var product = ONE
    while (times-- > 0) product *= base
    return product
  }

  // Fractions: [numerator, positive denominator], in lowest terms.
  function fraction(top, bottom) {
    var a = top < ZERO ? -top : top, b = bottom
    while (b) { var rest = a % b; a = b; b = rest }
    return [top / a, bottom / a]
  }
  function read(text) { // 3/10, 12.5
    var parts = text.split("/"), digits = parts[0].split(".")
    var scale = power(TEN, (digits[1] || "").length)
    return fraction(BigInt(digits.join("")), parts[1] ? BigInt(parts[1]) * scale : scale)
  }
  function plus(x, y) { return fraction(x[0] * y[1] + y[0] * x[1], x[1] * y[1]) }
  function times(x, y) { return fraction(x[0] * y[0], x[1] * y[1]) }
  function over(x, y) { return fraction(x[0] * y[1], x[1] * y[0]) } // y above zero
  function less(x, y) { return x[0] * y[1] < y[0] * x[1] }

  function halfEven(top, bottom) { // the nearest whole number
    var whole = top / bottom, rest = top % bottom
    if (rest < ZERO) { whole -= ONE; rest += bottom }
    var twice = rest * TWO
    return twice > bottom || (twice === bottom && whole % TWO !== ZERO) ? whole + ONE : whole
  }

  // Logarithm and exponential in fixed point, 60 decimals.
  var SCALE = power(TEN, 60), LN2 = null, logs = {}
  function series(z) { // 2 artanh z
    var square = z * z / SCALE, sum = ZERO
    for (var term = z, n = ONE; term; term = term * square / SCALE, n += TWO) sum += term / n
    return sum * TWO
  }
  function ln(x) {
    var key = x.join("/"), value = x[0] * SCALE / x[1], halved = 0
    if (logs[key] !== undefined) return logs[key]
    LN2 = LN2 || series(SCALE / BigInt(3))
    while (value > SCALE * TWO) { value = value / TWO; halved += 1 }
    while (value < SCALE) { value = value * TWO; halved -= 1 }
    // from the fraction again, for halving has cost digits
    value = halved < 0 ? x[0] * power(TWO, -halved) * SCALE / x[1] : x[0] * SCALE / (x[1] * power(TWO, halved))
    return logs[key] = series((value - SCALE) * SCALE / (value + SCALE)) + BigInt(halved) * LN2
  }
  function exp(x) {
    LN2 = LN2 || series(SCALE / BigInt(3))
    var doubled = x / LN2, rest = x - doubled * LN2, sum = ZERO
    for (var term = SCALE, n = ONE; term; term = term * rest / (SCALE * n), n += ONE) sum += term
    return doubled < ZERO ? [sum, SCALE * power(TWO, Number(-doubled))] : [sum * power(TWO, Number(doubled)), SCALE]
  }
  function kept(x) { // 30 digits
    var length = String(x[0] / x[1]).length, places = x[0] < x[1] ? 30 : 30 - length
    while (x[0] * power(TEN, places) < x[1] * power(TEN, 29)) places += 1
    if (places < 0) return fraction(halfEven(x[0], x[1] * power(TEN, -places)) * power(TEN, -places), ONE)
    return fraction(halfEven(x[0] * power(TEN, places), x[1]), power(TEN, places))
  }

  // The score of a block; null where all its members are missing. Throws where the method has no answer.
  function score(block, own, floor, weight) {
    if (!block.members) return own[block.id] ? read(own[block.id]) : null
    var have = [], whole = [ZERO, ONE], total = [ZERO, ONE]
    block.members.forEach(function (member) {
      if (!weight(member.id)[0]) return // what has no weight is left out, with all that is in it
      var value = score(member, own, floor, weight)
      total = plus(total, weight(member.id))
      if (value === null) return
      if (block.aggregation === "geometric") {
        if (floor && less(value, floor)) value = floor
        if (value[0] <= ZERO) throw new RangeError("no geometric mean")
      }
      have.push([value, weight(member.id)])
      whole = plus(whole, weight(member.id))
    })
    if (!total[0]) throw new RangeError("no weight")
    if (!whole[0]) return null
    if (block.aggregation === "arithmetic") {
      return over(have.reduce(function (sum, pair) { return plus(sum, times(pair[0], pair[1])) }, [ZERO, ONE]), whole)
    }
    return kept(exp(have.reduce(function (sum, pair) {
      var share = over(pair[1], whole)
      return sum + (share[0] ? ln(pair[0]) * share[0] / share[1] : ZERO)
    }, ZERO)))
  }

  // The table: [{area, score (whole number of last digits), rank}], in the order of rank; then those without a score.
  function standings(data, weight) {
    var floor = data.floor === null ? null : read(data.floor), unit = power(TEN, data.decimals)
    var found = data.areas.map(function (area, place) {
      var exact = score(data.root, data.scores[area], floor, weight)
      return { area: area, place: place, score: exact && halfEven(exact[0] * unit, exact[1]), rank: null }
    })
    found.sort(function (a, b) {
      if (a.score === null || b.score === null) return (a.score === null) - (b.score === null) || a.place - b.place
      return a.score === b.score ? a.place - b.place : a.score > b.score ? -1 : 1
    })
    found.forEach(function (one, place) {
      var before = found[place - 1]
      if (one.score === null) return
      one.rank = !before ? 1 : before.score === one.score ? before.rank : data.ties === "dense" ? before.rank + 1 : place + 1
    })
    return found
  }

  function written(whole, decimals) { // 7321 with two decimals: 73.21
    var digits = String(whole < ZERO ? -whole : whole).padStart(decimals + 1, "0"), cut = digits.length - decimals
    return (whole < ZERO ? "-" : "") + digits.slice(0, cut) + (decimals ? "." + digits.slice(cut) : "")
  }
  function shown(text) { // as the other numbers of the page
    var parts = text.replace("-", "\u2212").split(".")
    if (!/^zh/.test(document.documentElement.lang)) parts[0] = parts[0].replace(/\B(?=(\d{3})+$)/g, ",")
    return parts.join(".")
  }
  function datum(cell, value, text) {
    var element = document.createElement("data")
    element.value = value
    element.textContent = text
    cell.textContent = ""
    cell.appendChild(element)
  }

  function start(panel) {
    var data = JSON.parse(panel.querySelector("script").textContent), words = panel.dataset
    var said = panel.querySelector("[role=status]"), ahead = panel.querySelector("[data-first]"), body = panel.querySelector("tbody"), pause = 0
    var official = {}, own = {}, rows = {}, fields = {}, groups = {}
    ;(function walk(block) {
      block.members.forEach(function (member) {
        official[member.id] = times(read(member.weight), [BigInt(100), ONE])
        groups[member.id] = block
        if (member.members) walk(member)
      })
    })(data.root)
    each("[data-area]", function (row) { rows[row.getAttribute("data-area")] = row }, body)
    each("[data-member]", function (line) { fields[line.getAttribute("data-member")] = line }, panel)

    function weight(id) { return own[id] ? read(own[id]) : official[id] }
    function share(id) { // in per cent of the group, with two decimals
      var sum = groups[id].members.reduce(function (all, member) { return plus(all, weight(member.id)) }, [ZERO, ONE])
      if (!sum[0]) return ""
      var part = over(weight(id), sum)
      return shown(written(halfEven(part[0] * BigInt(10000), part[1]), 2)) + "%"
    }

    function fill() {
      ahead.textContent = "\u2013"
      Object.keys(fields).forEach(function (id) { fields[id].querySelector("[data-share]").textContent = share(id) })
      each("[data-place], [data-score]", function (cell) { cell.textContent = "\u2013" }, panel)
      try { var found = standings(data, weight) } catch (none) {
        if (none instanceof RangeError) return tell(words.void)
        throw none
      }
      found.forEach(function (one) { line(rows[one.area], one) })
      each("tr[data-unranked]", function (row) { body.appendChild(row) }, body)
      var first = found.filter(function (one) { return one.rank === 1 })
      var names = first.map(function (one) { return rows[one.area].cells[0].textContent }).join(words.comma)
      if (first.length) ahead.textContent = ahead.dataset.first.replace("{areas}", function () { return names })
        .replace("{score}", shown(written(first[0].score, data.decimals)))
      if (!Object.keys(own).length) return tell(words.official)
      var differ = found.filter(function (one) { return one.rank !== data.official[one.area] })
      tell(words.said.replace("{count}", differ.length).replace("{total}", found.length)
        .replace("{areas}", function () { return names }))
    }
    function line(row, one) {
      var place = row.querySelector("[data-place]"), up = data.official[one.area] - one.rank
      body.appendChild(row)
      if (one.rank === null) return
      datum(place, one.rank, String(one.rank))
      if (up) place.insertAdjacentText("beforeend", (up > 0 ? " \u25b2" : " \u25bc") + Math.abs(up))
      var text = written(one.score, data.decimals)
      datum(row.querySelector("[data-score]"), text, shown(text))
    }
    function tell(text) { // said, and kept in the address, once the reader pauses
      clearTimeout(pause)
      pause = setTimeout(function () {
        if (said.textContent !== text) said.textContent = text
        var kept = Object.keys(own).map(function (id) { return id + ":" + own[id] }).join(",")
        history.replaceState(null, "", location.pathname + (kept ? "?w=" + kept : "") + location.hash)
      }, 500)
    }

    function valid(text) { return /^(\d{1,2}(\.\d{0,6})?|100(\.0{0,6})?|\.\d{1,6})$/.test(text) }
    function set(id, text, from) {
      own[id] = text
      each("input", function (input) {
        if (input !== from) input.value = text
        input.removeAttribute("aria-invalid")
      }, fields[id])
    }
    function reset() {
      own = {}
      each("input", function (input) {
        input.value = input.defaultValue
        input.removeAttribute("aria-invalid")
      }, panel)
    }
    panel.addEventListener("input", function (event) {
      var input = event.target, id = input.parentNode.getAttribute("data-member"), text = input.value.trim()
      if (!id) return
      if (!valid(text)) return input.setAttribute("aria-invalid", "true")
      set(id, text, input)
      fill()
    })
    panel.querySelector("[data-reset]").addEventListener("click", function () {
      reset()
      fill()
    })

    reset() // a browser may have kept what was typed before it went back
    var asked = /[?&]w=([^&]*)/.exec(location.search)
    if (asked) asked[1].replace(/%3A/gi, ":").replace(/%2C/gi, ",").split(",").forEach(function (part) {
      var pair = part.split(":")
      if (fields.hasOwnProperty(pair[0]) && valid(pair[1] || "")) set(pair[0], pair[1])
    })
    fill()
  }

  each("[data-weights]", start)
})()
