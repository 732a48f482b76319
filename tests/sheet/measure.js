// Called with a sheet on paper: its smallest type (pt), its tick boxes the side of its smallest picture and its height (mm), and
// what overlaps or is cut off.
sheet => {
  const shown = each => each.checkVisibility()
  const seen = [...sheet.querySelectorAll('*')].filter(each => each.checkVisibility() && !each.closest('svg'))
  const worded = seen.filter(each => [...each.childNodes].some(node => node.nodeType === 3 && node.data.trim()))
  const lines = each => {
    const range = document.createRange()
    range.selectNodeContents(each)
    return [...range.getClientRects()]
  }
  const slack = 1.5
  const meet = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > slack
    && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > slack
  const overlaps = []
  for (const card of sheet.querySelectorAll('.card')) {
    const parts = [...card.querySelectorAll('h2, .how, .feel, .dose, .place')].filter(shown)
    const boxes = parts.map(each => each.matches('.place') ? [each.getBoundingClientRect()] : lines(each))
    parts.forEach((first, i) => parts.slice(i + 1).forEach((second, j) => {
      if (boxes[i].some(a => boxes[i + 1 + j].some(b => meet(a, b))))
        overlaps.push(`${card.querySelector('h2').textContent}: ${first.className || 'h2'} over ${second.className}`)
    }))
  }
  const edge = sheet.getBoundingClientRect()
  const clipped = worded.filter(each => lines(each).some(box => box.right > edge.right + slack || box.left < edge.left - slack))
  return {
    smallest: Math.min(...worded.map(each => parseFloat(getComputedStyle(each).fontSize))) * 0.75,
    box: Math.min(...[...sheet.querySelectorAll('.ticks .day')].map(each => each.getBoundingClientRect().width)) * 25.4 / 96,
    pictures: [...sheet.querySelectorAll('.card .place svg')].filter(each => each.checkVisibility()).length,
    side: Math.min(...[...sheet.querySelectorAll('.card .place:not(.place-inset)')].filter(shown).map(each => Math.sqrt(each.offsetWidth * each.offsetHeight))) * 25.4 / 96,
    high: (sheet.querySelector('.foot').getBoundingClientRect().bottom - sheet.querySelector('.head').getBoundingClientRect().top) * 25.4 / 96,
    overlaps,
    clipped: clipped.map(each => each.textContent.slice(0, 40)),
  }
}
