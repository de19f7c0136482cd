/** A photo as it is sent: as small as a reader needs, whatever the camera makes. */

/** Of the longer side, in pixels: the small print of a certificate on A4 is still read. */
const longest = 2_400;
const worthwhile = 1_000_000;
const quality = 0.85;

/** The file itself where it is none, is small already, or this browser cannot read it. */
export async function photoToSend(file: File): Promise<File> {
  if (!file.type.startsWith('image/') || file.size < worthwhile) return file;
  try {
    const picture = await createImageBitmap(file);
    const scale = Math.min(1, longest / Math.max(picture.width, picture.height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(picture.width * scale);
    canvas.height = Math.round(picture.height * scale);
    canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
    picture.close();
    const small = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', quality));
    return small && small.size < file.size
      ? new File([small], file.name.replace(/\.\w+$/, '.jpg'), { type: small.type })
      : file;
  } catch {
    return file;
  }
}

/** As people say it: 3.2 MB, 480 KB. */
export const saySize = (bytes: number): string =>
  bytes >= 1_000_000
    ? `${(bytes / 1_000_000).toFixed(1)} MB`
    : `${Math.max(1, Math.round(bytes / 1_000))} KB`;
