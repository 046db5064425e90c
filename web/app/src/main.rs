//! Connects to the engine and to the vault, and shows the page.

#[cfg(target_arch = "wasm32")]
mod hosts;

fn main() {
    #[cfg(target_arch = "wasm32")]
    {
        console_error_panic_hook::set_once();
        taolight_app::mount(hosts::start());
    }
}
