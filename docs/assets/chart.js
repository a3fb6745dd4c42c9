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

  function draw(button) {
    var figure = button.closest("figure"), drawing = figure.querySelector(".drawing")
    var place = figure.querySelector(".chart-live")
    return Promise.all([vega(), fetch(button.dataset.spec).then(function (answer) { return answer.text() })])
      .then(function (both) {
        var options = {
          renderer: "svg", actions: false, ast: true, defaultStyle: false,
          tooltip: { disableDefaultStyle: true, sanitize: function (text) { return String(text).replace(/[<&]/g, "") } }
        }
        place.hidden = false
        return both[0](place, coloured(both[1], figure), options).then(function (made) {
          var svg = place.querySelector("svg")
          svg.setAttribute("role", "img")
          svg.setAttribute("aria-label", drawing.querySelector("desc").textContent)
          svg.removeAttribute("width")
          svg.removeAttribute("height")
          drawing.setAttribute("hidden", "")
          button.hidden = true
          return made
        })
      })
      .catch(function () {
        place.hidden = true
        button.hidden = true
      })
  }

  window.bulletinChart = function (button) {
    draw(button)
    document.documentElement.addEventListener("schemechange", function () { draw(button) })
  }
})()
