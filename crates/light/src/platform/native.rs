//! The operating system, as smoldot itself uses it.

use std::sync::Arc;

use smoldot_light::platform::{DefaultPlatform, PlatformRef};

/// A platform with threads of its own, which end when the last client of it does.
pub fn native() -> impl PlatformRef {
    let platform: Arc<DefaultPlatform> = DefaultPlatform::new(
        env!("CARGO_PKG_NAME").to_owned(),
        env!("CARGO_PKG_VERSION").to_owned(),
    );
    platform
}
