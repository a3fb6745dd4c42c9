// An interactive chart in place of the drawn one: the specification lies beside the page, Vega beside this script.
(function () {
  "use strict"
  var here = document.currentScript.src.replace(/[^/]*$/, "")
  var ready = null

  function vega() {
    ready = ready || new Promise(function (resolve, reject) {
      var script = document.createElement("script")
      script.src = here + "vega.js"
      script.onload = function () { resolve(window.vegaEmbed) }
      script.onerror = reject
      document.head.appendChild(script)
    })
    return ready
  }

  // The specification has the colours of paper; the page's own take their place, light or dark.
  function coloured(text, place) {
    var spec = JSON.parse(text), palette = spec.usermeta.palette, style = getComputedStyle(place)
    Object.keys(palette).forEach(function (colour) {
      var name = palette[colour].replace(/-plan$/, "-tint")
      var own = style.getPropertyValue(name) || style.getPropertyValue(name.replace("--chart-", "--"))
      if (own.trim()) text = text.split('"' + colour + '"').join(JSON.stringify(own.trim()))
    })
    spec = JSON.parse(text)
    spec.config.font = getComputedStyle(document.body).fontFamily
    return spec
  }

  function draw(figure) {
    var drawing = figure.querySelector(".drawing"), place = figure.querySelector(".chart-live")
    var button = figure.querySelector("[data-chart-open]")
    return Promise.all([vega(), fetch(button.dataset.spec).then(function (answer) { return answer.text() })])
      .then(function (both) {
        var options = {
          renderer: "svg", actions: false, ast: true, defaultStyle: false,
          tooltip: { disableDefaultStyle: true, sanitize: function (text) { return String(text).replace(/[<&]/g, "") } }
        }
        place.hidden = false
        return both[0](place, coloured(both[1], figure), options).then(function () {
          var svg = place.querySelector("svg")
          svg.setAttribute("role", "img")
          svg.setAttribute("aria-label", drawing.querySelector("desc").textContent)
          Array.prototype.forEach.call(svg.children, function (part) { part.setAttribute("aria-hidden", "true") })
          svg.removeAttribute("width")
          svg.removeAttribute("height")
          drawing.setAttribute("hidden", "")
          return true
        })
      })
      .catch(function () {
        place.hidden = true
        drawing.removeAttribute("hidden")
        button.hidden = true // it cannot be had here: the drawing and its table stay
        return false
      })
  }

  // One button takes the place of the other, and the focus with it.
  window.bulletinChart = function (button) {
    var figure = button.closest("figure"), back = figure.querySelector("[data-chart-close]")
    draw(figure).then(function (drawn) {
      button.disabled = false
      if (!drawn) return
      button.hidden = true
      back.hidden = false
      back.focus()
    })
    if (back.onclick) return
    back.onclick = function () {
      figure.querySelector(".chart-live").hidden = true
      figure.querySelector(".drawing").removeAttribute("hidden")
      back.hidden = true
      button.hidden = false
      button.focus()
    }
    document.documentElement.addEventListener("schemechange", function () { if (!back.hidden) draw(figure) })
  }
})()
