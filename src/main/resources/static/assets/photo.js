// A photograph without the place where it was taken. Whole pictures are not coded anew: what tells the place is blanked
// in the file, so that the time, and which side is up, stay.

const APP1 = 0xe1;
const START_OF_SCAN = 0xda;
const GPS = 0x8825;
const ENTRY = 12;
const BYTES_OF_TYPE = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8];

function ascii(view, at, length) {
  let text = '';
  for (let i = 0; i < length && at + i < view.byteLength; i += 1) {
    text += String.fromCharCode(view.getUint8(at + i));
  }
  return text;
}

function blank(view, from, length) {
  for (let i = from; i < Math.min(from + length, view.byteLength); i += 1) {
    view.setUint8(i, 0);
  }
}

/** @param tiff where the TIFF structure within the segment begins */
function blankGps(view, tiff) {
  const little = view.getUint16(tiff) === 0x4949;
  const ifd = tiff + view.getUint32(tiff + 4, little);
  const entries = view.getUint16(ifd, little);
  for (let i = 0; i < entries; i += 1) {
    const entry = ifd + 2 + i * ENTRY;
    if (view.getUint16(entry, little) === GPS) {
      const place = tiff + view.getUint32(entry + 8, little);
      const values = view.getUint16(place, little);
      for (let v = 0; v < values; v += 1) {
        const value = place + 2 + v * ENTRY;
        const size = (BYTES_OF_TYPE[view.getUint16(value + 2, little)] || 0) * view.getUint32(value + 4, little);
        if (size > 4) {
          blank(view, tiff + view.getUint32(value + 8, little), size);
        }
      }
      blank(view, place, 2 + values * ENTRY);
    }
  }
}

/** Changes a JPEG's bytes in place. */
export function blankPlace(buffer) {
  const view = new DataView(buffer);
  let at = 2;
  while (at + 4 < view.byteLength && view.getUint8(at) === 0xff && view.getUint8(at + 1) !== START_OF_SCAN) {
    const length = view.getUint16(at + 2);
    if (view.getUint8(at + 1) === APP1) {
      try {
        if (ascii(view, at + 4, 6) !== 'Exif\0\0') {
          throw new RangeError('no Exif');
        }
        blankGps(view, at + 10);
      } catch (unreadable) {
        // XMP may tell the place once more, and so may what cannot be read; a comment of blanks in its stead
        view.setUint8(at + 1, 0xfe);
        blank(view, at + 4, length - 2);
      }
    }
    at += 2 + length;
  }
}

/** The file itself where it is no JPEG. */
export async function withoutPlace(file) {
  if (file.type !== 'image/jpeg') {
    return file;
  }
  const buffer = await file.arrayBuffer();
  blankPlace(buffer);
  return new File([buffer], file.name, { type: file.type, lastModified: file.lastModified });
}
