/**
 * Runs in the page: what is wrong with where things are. A control may lie anywhere that scrolling reaches; once
 * there, it must lie whole in the window and nothing may lie over it. The page itself never scrolls sideways.
 */
export function controlFaults(): string[] {
  const faults: string[] = [];
  const { innerWidth, innerHeight } = window;
  const { scrollWidth } = document.documentElement;
  if (scrollWidth > innerWidth + 1) faults.push(`the page is ${scrollWidth - innerWidth} px too wide`);
  const named = (element: Element) =>
    `${element.tagName.toLowerCase()} “${(element.getAttribute('aria-label') ?? element.textContent ?? '').trim().slice(0, 40)}”`;
  const selector = 'button, a[href], input, select, textarea, [tabindex]:not([tabindex="-1"])';
  for (const control of document.querySelectorAll<HTMLElement>(selector)) {
    if (!control.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true })) continue;
    if (control.closest('[aria-hidden="true"], [inert]')) continue;
    const { width, height } = control.getBoundingClientRect();
    if (width < 3 || height < 3) continue; // stands for something that is drawn beside it
    control.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
    const box = control.getBoundingClientRect();
    // What is larger than the window scrolls by itself, or by its own contents.
    if (box.left < -1 || (box.right > innerWidth + 1 && box.width <= innerWidth))
      faults.push(
        `${named(control)} is cut off at the side (${Math.round(box.left)} to ${Math.round(box.right)})`,
      );
    if (box.height <= innerHeight && (box.top < -1 || box.bottom > innerHeight + 1))
      faults.push(`${named(control)} cannot be scrolled into the window`);
    const x = Math.min(Math.max(box.left + box.width / 2, 1), innerWidth - 1);
    const y = Math.min(Math.max(box.top + box.height / 2, 1), innerHeight - 1);
    const top = document.elementFromPoint(x, y);
    const isSame =
      top !== null && (control.contains(top) || top.contains(control) || isLabelOf(top, control));
    if (!isSame) faults.push(`${named(control)} lies under ${top ? named(top) : 'nothing'}`);
  }
  return faults;

  function isLabelOf(top: Element, control: Element): boolean {
    const wrapper = control.parentElement;
    return Boolean(wrapper?.contains(top) || wrapper?.parentElement?.contains(top));
  }
}
