// Pictures of a journey, to look at afterwards: MEEMAAK_TEST_PICTURES names the folder; nothing is drawn without it.

import { mkdir } from 'node:fs/promises';
import path from 'node:path';

const folder = process.env.MEEMAAK_TEST_PICTURES;

/** Keeps the whole page as it stands now. */
export async function picture(page, name) {
  if (!folder) return;
  await mkdir(folder, { recursive: true });
  await page.screenshot({ path: path.join(folder, `${name}.png`), fullPage: true });
}
