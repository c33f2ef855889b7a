//! An address as a picture, for paper.

use people::Fault;
use qrcode::QrCode;
use qrcode::render::svg::Color;

/// The picture of an address, to be drawn into a page. Whoever cannot scan it reads the address beside it, so it is hidden from
/// screen readers.
pub(super) fn picture(address: &str) -> Result<String, Fault> {
    let code = QrCode::new(address.as_bytes()).map_err(|error| Fault::Broken(error.to_string()))?;
    let svg = code.render::<Color<'_>>().min_dimensions(160, 160).build();
    // The declaration of XML has no place within a page.
    let svg = svg.find("<svg").map(|at| &svg[at..]).unwrap_or_default();
    Ok(svg.replacen("<svg", "<svg aria-hidden=\"true\" focusable=\"false\"", 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_is_one_element_that_screen_readers_pass_over() {
        let svg = picture("https://leyhoven.test/bijdragen/K7QM-3TPX").expect("a picture");
        assert!(svg.starts_with("<svg aria-hidden=\"true\"") && svg.trim_end().ends_with("</svg>") && !svg.contains("<?xml"));
    }
}
