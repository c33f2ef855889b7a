// A photo as it is kept on the telephone: upright, not larger than the house keeps it, and without what the camera noted.

const SIDE = 1600;

async function drawnAt(source, side, quality) {
  const picture = await createImageBitmap(source, { imageOrientation: 'from-image' });
  const scale = Math.min(1, side / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  const pen = canvas.getContext('2d');
  // What is see-through becomes white, as on paper.
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no photo came of it'))), 'image/jpeg', quality);
  });
}

/** The file that was chosen, as it is kept. Fails when it is no photo. */
export const taken = async (file) => ({ blob: await drawnAt(file, SIDE, 0.85), words: '' });

/** The same, smaller, for a house that finds it too large. */
export const smaller = async ({ blob, words }) => ({ blob: await drawnAt(blob, SIDE * 0.6, 0.6), words });

/** Draws the photo small into a canvas of the page. */
export async function show(blob, canvas) {
  const picture = await createImageBitmap(blob);
  const scale = Math.min(1, 480 / Math.max(picture.width, picture.height));
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  canvas.getContext('2d').drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
}
