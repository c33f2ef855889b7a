//! A photo that somebody sends: read, turned upright, made smaller and written anew, so that nothing of the
//! camera, the place or the moment stays in it.

use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader, Limits, RgbImage};
use std::io::Cursor;

/// At most this many bytes are taken.
pub const BYTES_MOST: usize = 8 * 1024 * 1024;
/// A photo is at most this wide and high, in pixels, when it comes in.
pub const SIDE_MOST: u32 = 12_000;
/// A photo has at most this many pixels when it comes in.
pub const PIXELS_MOST: u64 = 50_000_000;
/// The longest side of the photo that is kept, in pixels.
pub const SIDE_KEPT: u32 = 1_600;
/// How many photos one contribution may have.
pub const PHOTOS_MOST: usize = 3;

/// A photo as it is kept: JPEG without metadata.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Photo {
    /// The bytes of the new JPEG file.
    pub bytes: Vec<u8>,
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
}

/// Why a file cannot be taken as a photo.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PhotoError {
    /// Nothing was chosen, or the file is empty.
    #[error("the file is empty")]
    Empty,
    /// More bytes than [`BYTES_MOST`].
    #[error("the file is larger than 8 MB")]
    TooLarge,
    /// Neither a JPEG nor a PNG file, whatever its name says.
    #[error("the file is not a JPEG or PNG photo")]
    Kind,
    /// Wider, higher or with more pixels than fits.
    #[error("the photo has too many pixels")]
    TooManyPixels,
    /// The file ends too early or is damaged.
    #[error("the photo is damaged")]
    Damaged,
}

impl PhotoError {
    /// The key of the sentence for the person who sent it.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Empty => "voice-photo-empty",
            Self::TooLarge => "voice-photo-too-large",
            Self::Kind => "voice-photo-kind",
            Self::TooManyPixels => "voice-photo-pixels",
            Self::Damaged => "voice-photo-damaged",
        }
    }
}

/// Reads a JPEG or PNG file and writes it anew.
///
/// # Errors
/// When the file is too large, of another kind, has too many pixels, or is damaged.
pub fn renew(file: &[u8]) -> Result<Photo, PhotoError> {
    if file.is_empty() {
        return Err(PhotoError::Empty);
    }
    if file.len() > BYTES_MOST {
        return Err(PhotoError::TooLarge);
    }
    let format = match image::guess_format(file) {
        Ok(format @ (ImageFormat::Jpeg | ImageFormat::Png)) => format,
        _ => return Err(PhotoError::Kind),
    };
    if format == ImageFormat::Jpeg && is_cut_off(file) {
        return Err(PhotoError::Damaged);
    }
    let mut reader = ImageReader::with_format(Cursor::new(file), format);
    let mut limits = Limits::default();
    limits.max_image_width = Some(SIDE_MOST);
    limits.max_image_height = Some(SIDE_MOST);
    limits.max_alloc = Some(PIXELS_MOST * 8);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(|error| reason(&error))?;
    let (width, height) = decoder.dimensions();
    if u64::from(width) * u64::from(height) > PIXELS_MOST {
        return Err(PhotoError::TooManyPixels);
    }
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let mut image = DynamicImage::from_decoder(decoder).map_err(|error| reason(&error))?;
    if width.max(height) > SIDE_KEPT {
        image = image.thumbnail(SIDE_KEPT, SIDE_KEPT);
    }
    image.apply_orientation(orientation);
    let plain = on_white(&image);
    let mut bytes = Vec::new();
    image::codecs::jpeg::JpegEncoder::new_with_quality(&mut bytes, 82).encode_image(&plain).map_err(|_| PhotoError::Damaged)?;
    Ok(Photo { width: plain.width(), height: plain.height(), bytes })
}

fn reason(error: &image::ImageError) -> PhotoError {
    match error {
        image::ImageError::Limits(_) => PhotoError::TooManyPixels,
        _ => PhotoError::Damaged,
    }
}

/// Whether the last picture of a JPEG file has no end: its data never hold the marker of the end unescaped,
/// so an end must come after the last start.
fn is_cut_off(file: &[u8]) -> bool {
    let last = |marker: u8| file.windows(2).rposition(|pair| pair == [0xff, marker]);
    match (last(0xda), last(0xd9)) {
        (Some(start), Some(end)) => end < start,
        _ => true,
    }
}

/// What is see-through becomes white, as on paper.
fn on_white(image: &DynamicImage) -> RgbImage {
    if !image.color().has_alpha() {
        return image.to_rgb8();
    }
    let with_alpha = image.to_rgba8();
    RgbImage::from_fn(with_alpha.width(), with_alpha.height(), |x, y| {
        let [red, green, blue, alpha] = with_alpha.get_pixel(x, y).0;
        let over = |part: u8| {
            let mixed = (u32::from(part) * u32::from(alpha) + 255 * (255 - u32::from(alpha))) / 255;
            u8::try_from(mixed).unwrap_or(255)
        };
        image::Rgb([over(red), over(green), over(blue)])
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn jpeg(width: u32, height: u32) -> Vec<u8> {
        let picture = RgbImage::from_fn(width, height, |x, y| image::Rgb([(x % 256) as u8, (y % 256) as u8, 90]));
        let mut bytes = Vec::new();
        picture.write_to(&mut Cursor::new(&mut bytes), ImageFormat::Jpeg).expect("a picture");
        bytes
    }

    /// The same picture with an EXIF part that says where it was taken and that it lies on its side.
    fn with_exif(jpeg: &[u8]) -> Vec<u8> {
        let mut tiff = b"Exif\0\0II*\0\x08\0\0\0\x02\0".to_vec();
        tiff.extend([0x12, 0x01, 3, 0, 1, 0, 0, 0, 6, 0, 0, 0]); // orientation 6: turn to the right
        tiff.extend([0x0e, 0x01, 2, 0, 17, 0, 0, 0, 38, 0, 0, 0, 0, 0, 0, 0]); // description
        tiff.extend(b"GPS-MOLENSTRAAT-12\0");
        let mut bytes = vec![0xff, 0xd8, 0xff, 0xe1];
        bytes.extend(u16::try_from(tiff.len() + 2).expect("small").to_be_bytes());
        bytes.extend(&tiff);
        bytes.extend(&jpeg[2..]);
        bytes
    }

    #[test]
    fn metadata_is_gone_and_the_photo_stands_upright() {
        let sent = with_exif(&jpeg(40, 20));
        assert!(sent.windows(3).any(|part| part == b"GPS"));
        let photo = renew(&sent).expect("a photo");
        assert!(!photo.bytes.windows(3).any(|part| part == b"GPS") && !photo.bytes.windows(4).any(|part| part == b"Exif"));
        assert_eq!((photo.width, photo.height), (20, 40));
    }

    #[test]
    fn a_large_photo_is_made_smaller() {
        let photo = renew(&jpeg(2400, 300)).expect("a photo");
        assert_eq!((photo.width, photo.height), (1600, 200));
    }

    #[test]
    fn files_that_are_no_photo_are_told_apart() {
        assert_eq!(renew(b""), Err(PhotoError::Empty));
        assert_eq!(renew(b"GIF89a......"), Err(PhotoError::Kind));
        assert_eq!(renew(b"<svg xmlns='http://www.w3.org/2000/svg'/>"), Err(PhotoError::Kind));
        assert_eq!(renew(&vec![0xff; BYTES_MOST + 1]), Err(PhotoError::TooLarge));
        let whole = jpeg(200, 200);
        assert_eq!(renew(&whole[..whole.len() / 2]), Err(PhotoError::Damaged));
        assert_eq!(renew(&whole[..24]), Err(PhotoError::Damaged));
    }

    #[test]
    fn a_picture_that_claims_a_billion_pixels_is_refused_before_it_is_read() {
        let mut png = Vec::new();
        RgbImage::new(8, 8).write_to(&mut Cursor::new(&mut png), ImageFormat::Png).expect("a picture");
        png[16..24].copy_from_slice(&[0, 0, 0x80, 0, 0, 0, 0x80, 0]);
        assert!(matches!(renew(&png), Err(PhotoError::TooManyPixels | PhotoError::Damaged)));
    }

    #[test]
    fn what_is_see_through_becomes_white() {
        let mut png = Vec::new();
        image::RgbaImage::new(4, 4).write_to(&mut Cursor::new(&mut png), ImageFormat::Png).expect("a picture");
        let photo = renew(&png).expect("a photo");
        let read = image::load_from_memory(&photo.bytes).expect("a JPEG").to_rgb8();
        assert!(read.pixels().all(|pixel| pixel.0.iter().all(|part| *part > 250)));
    }

    proptest::proptest! {
        #![proptest_config(proptest::prelude::ProptestConfig::with_cases(64))]
        #[test]
        fn no_bytes_make_the_reader_stumble(mut bytes in proptest::collection::vec(proptest::num::u8::ANY, 0..400), kind in 0..3_u8) {
            let start: &[u8] = match kind { 0 => &[0xff, 0xd8, 0xff], 1 => b"\x89PNG\r\n\x1a\n", _ => b"" };
            bytes.splice(0..0, start.iter().copied());
            let _ = renew(&bytes);
        }

        #[test]
        fn a_photo_with_a_few_wrong_bytes_is_read_or_refused(places in proptest::collection::vec((0_usize..2000, proptest::num::u8::ANY), 1..6)) {
            let mut bytes = jpeg(48, 32);
            for (place, byte) in places {
                let length = bytes.len();
                bytes[place % length] = byte;
            }
            let _ = renew(&bytes);
        }
    }
}
