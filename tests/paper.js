/* Measures a sheet as it lies on paper. Lengths in px of 1/96 inch; the caller knows millimetres and points. */
() => {
  const SLACK = 2
  const sheet = document.querySelector("main .sheet")
  const lines = []
  const walker = document.createTreeWalker(sheet, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) {
    const node = walker.currentNode
    const parent = node.parentElement
    if (!node.data.trim() || parent.closest("svg") || !parent.checkVisibility()) continue
    const range = document.createRange()
    range.selectNodeContents(node)
    const size = parseFloat(getComputedStyle(parent).fontSize)
    const read = !parent.closest("[aria-hidden]")
    const cell = parent.closest("td, th, .card") ?? sheet
    for (const box of range.getClientRects())
      // The letters' own height: a line's box is as tall as its font asks, however close the lines stand.
      if (box.width > 1) lines.push({ text: node.data.trim().slice(0, 60), type: read ? size : Infinity, cell, left: box.left, right: box.right,
        top: (box.top + box.bottom) / 2 - size * .4, bottom: (box.top + box.bottom) / 2 + size * .35 })
  }
  const pictures = [...sheet.querySelectorAll(".place svg, .foot-code svg")].filter(each => each.checkVisibility())
    .map(each => ({ text: `picture ${each.getAttribute("aria-label") ?? ""}`, cell: each.closest("td, .card"), ...edges(each) }))
  function edges(element) {
    const { left, right, top, bottom } = element.getBoundingClientRect()
    return { left, right, top, bottom }
  }
  const meet = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 &&
    Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1
  const leaves = (box, cell) => {
    const room = cell.getBoundingClientRect()
    return box.left < room.left - SLACK || box.right > room.right + SLACK ||
      box.top < room.top - SLACK || box.bottom > room.bottom + SLACK
  }
  const boxes = [...lines, ...pictures]
  const overlaps = []
  for (let i = 0; i < boxes.length; i++)
    for (let k = i + 1; k < boxes.length; k++)
      if (meet(boxes[i], boxes[k])) overlaps.push(`${boxes[i].text} × ${boxes[k].text}`)
  const cards = [...sheet.querySelectorAll(".card:not(.card-none)")]
  const days = [...sheet.querySelectorAll(".ticks tbody td")].map(each => {
    const { width, height } = each.getBoundingClientRect()
    return { half: each.matches(".left, .right"), width, height }
  })
  const room = sheet.getBoundingClientRect()
  return {
    smallest: Math.min(...lines.map(each => each.type)),
    clipped: boxes.filter(each => leaves(each, each.cell)).map(each => each.text),
    wide: boxes.filter(each => each.right > room.right + SLACK).map(each => each.text),
    overlaps,
    cards: cards.length,
    pictured: cards.filter(card => card.querySelector(".place svg")?.checkVisibility()).length,
    ticks: days.map(each => [each.half ? each.width * 2 : each.width, each.height]),
  }
}
