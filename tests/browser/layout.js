// What a reader would see go wrong on the page as it is laid out: returns one line a fault.
() => {
  const SLACK = 1.5, faults = [], root = document.documentElement, wide = root.clientWidth
  if (root.scrollWidth > wide) faults.push(`the page is ${root.scrollWidth - wide} px too wide`)

  // Where an element's content may be seen: inside every ancestor that scrolls or clips.
  const frames = new Map()
  function frame(element) {
    if (!element) return { left: -Infinity, top: -Infinity, right: Infinity, bottom: Infinity, cut: "", hidden: false }
    if (frames.has(element)) return frames.get(element)
    const style = getComputedStyle(element), box = element.getBoundingClientRect()
    const fixed = style.position === "fixed", held = { ...frame(fixed ? null : element.parentElement) }
    if (style.clipPath !== "none" || style.visibility === "hidden") held.hidden = true
    if (element.nodeName === "svg" || style.display.startsWith("inline") && style.display === "inline") { /* clips nothing */ }
    else for (const [axis, from, to] of [["overflowX", "left", "right"], ["overflowY", "top", "bottom"]]) {
      if (style[axis] === "visible" || element === document.body || element === root) continue
      if (/hidden|clip/.test(style[axis]) && style.textOverflow !== "ellipsis") held.cut = "clipped"
      held[from] = Math.max(held[from], box[from])
      held[to] = Math.min(held[to], box[to])
    }
    frames.set(element, held)
    return held
  }

  // The lines of text, each with the box that its letters really fill.
  const lines = [], walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), range = document.createRange()
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!node.data.trim() || /^(STYLE|SCRIPT|TITLE|DESC)$/i.test(node.parentElement.nodeName)) continue
    const seen = frame(node.parentElement)
    if (seen.hidden || !node.parentElement.checkVisibility() || node.parentElement.closest(".skip:not(:focus)")) continue
    range.selectNodeContents(node)
    for (const box of range.getClientRects()) {
      if (box.width < 1 || box.height < 1) continue
      const text = node.data.trim().slice(0, 30), trim = box.height * .22
      const line = {
        node, text, left: Math.max(box.left, seen.left), right: Math.min(box.right, seen.right),
        top: Math.max(box.top + trim, seen.top), bottom: Math.min(box.bottom - trim, seen.bottom)
      }
      if (seen.cut && (box.left < seen.left - SLACK || box.right > seen.right + SLACK)) faults.push(`clipped: “${text}”`)
      if (seen.left === -Infinity && (box.left < -SLACK || box.right > wide + SLACK)) faults.push(`sticks out: “${text}”`)
      if (line.right - line.left > SLACK && line.bottom - line.top > SLACK) lines.push(line)
    }
  }
  // A word too long for its box runs over its edge without anything being clipped.
  for (const element of document.body.querySelectorAll("td, th, dd, dt, li, p, button, a.tool, h1, h2, h3, figcaption")) {
    if (!element.checkVisibility() || frame(element).hidden || element.closest(".skip")) continue
    if (getComputedStyle(element).overflowX === "visible" && element.scrollWidth > element.clientWidth + SLACK + 1)
      faults.push(`runs over its box by ${element.scrollWidth - element.clientWidth} px: “${element.textContent.trim().slice(0, 30)}”`)
  }
  lines.sort((a, b) => a.top - b.top)
  lines.forEach((one, at) => {
    for (let next = at + 1; next < lines.length && lines[next].top < one.bottom - SLACK; next++) {
      const other = lines[next]
      if (other.node === one.node) continue
      if (Math.min(one.right, other.right) - Math.max(one.left, other.left) > SLACK) faults.push(`overlap: “${one.text}” and “${other.text}”`)
    }
  })
  return [...new Set(faults)]
}
