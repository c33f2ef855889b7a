//! Layout, components, forms, theme, translations and assets.
