/** Looks for text that is cut off at the right edge or smaller than a size in pixels, pictures as they are scaled. */
export function illegible(page, leastPx) {
  return page.evaluate((least) => {
    const wide = document.documentElement.clientWidth;
    const found = { cut: [], small: [] };
    if (document.documentElement.scrollWidth > wide) found.scrollsTo = document.documentElement.scrollWidth;
    const scrolls = (element) => {
      for (let at = element; at; at = at.parentElement)
        if (['auto', 'scroll'].includes(getComputedStyle(at).overflowX))
          return at.getBoundingClientRect().right <= wide;
      return false;
    };
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const { textContent, parentElement: element } = texts.currentNode;
      const range = document.createRange();
      range.selectNodeContents(texts.currentNode);
      const box = range.getBoundingClientRect();
      if (!textContent.trim() || box.width === 0) continue;
      const scale = element.closest('svg')?.getScreenCTM()?.a ?? 1;
      const sizePx = Number.parseFloat(getComputedStyle(element).fontSize) * scale;
      const words = textContent.trim().slice(0, 40);
      if (sizePx < least - 0.01) found.small.push(`${words}: ${sizePx.toFixed(1)}`);
      if (box.right > wide + 1 && !scrolls(element)) found.cut.push(words);
    }
    return found;
  }, leastPx);
}

/** Opens whatever is folded away. */
export function unfold(page) {
  return page.evaluate(() => {
    for (const folded of document.querySelectorAll('details')) folded.open = true;
  });
}
