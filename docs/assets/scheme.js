// Before the first paint: the reader's choice of light or dark, if there is one. Without it the system decides.
(function () {
  var page = document.documentElement
  page.classList.add("js")
  try {
    var chosen = localStorage.getItem("scheme")
    if (chosen === "dark" || chosen === "light") page.setAttribute("data-scheme", chosen)
  } catch (refused) { /* storage is off: the system decides */ }
})()
