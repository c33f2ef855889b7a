// Keys for lists of work, and all boxes at once. Everything here can also be done with Tab, Space and Enter, without this file.
// Keys work only while the focus is in the list (WCAG 2.1.4), and never where somebody types.

const list = document.querySelector('[data-desk-rows]');

if (list) {
  const rows = [...list.querySelectorAll('tbody tr')];
  const linkOf = (row) => row?.querySelector('a[href]');
  const boxOf = (row) => row?.querySelector('input[type="checkbox"]');
  const here = () => rows.indexOf(document.activeElement?.closest('tbody tr'));

  const move = (by) => {
    const next = Math.min(Math.max(here() + by, 0), rows.length - 1);
    const link = linkOf(rows[next]);
    link?.focus();
    link?.scrollIntoView({ block: 'nearest' });
  };

  list.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const at = rows[here()];
    if (event.key === 'j') move(1);
    else if (event.key === 'k') move(-1);
    else if (event.key === 'x' && boxOf(at)) boxOf(at).click();
    // On the title Enter follows the link by itself; on the box it opens the same row instead of sending the form.
    else if (event.key === 'Enter' && document.activeElement === boxOf(at)) linkOf(at)?.click();
    else return;
    event.preventDefault();
  });

  const told = document.querySelector('[data-desk-keys]');
  if (told) told.hidden = false;

  // Without this file the link draws the page again with every box ticked.
  document.querySelector('[data-desk-all]')?.addEventListener('click', (event) => {
    event.preventDefault();
    const boxes = rows.map(boxOf).filter(Boolean);
    const tick = !boxes.every((box) => box.checked);
    for (const box of boxes) box.checked = tick;
  });
}
