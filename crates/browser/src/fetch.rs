//! The browser's `fetch` as the way to miners. A browser asks only where the miner allows pages to read its answers, and
//! tells a page nothing of why a request failed; what can be found out is found out here.

use futures::{
    FutureExt, StreamExt,
    future::LocalBoxFuture,
    stream::{self, LocalBoxStream},
};
use js_sys::{Array, Promise, Reflect, Uint8Array};
use taolight_dendrite::{HttpRequest, HttpResponse, Method, Transport, TransportError};
use wasm_bindgen::{JsCast, JsValue, prelude::wasm_bindgen};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    AbortController, Headers, ReadableStreamDefaultReader, ReferrerPolicy, RequestCache, RequestCredentials,
    RequestInit, RequestMode, RequestRedirect, Response,
};

#[wasm_bindgen]
extern "C" {
    /// That of a page and of a worker alike.
    #[wasm_bindgen(catch, js_name = fetch)]
    fn fetch(url: &str, init: &RequestInit) -> Result<Promise, JsValue>;
}

const UNREACHED: &str = "nobody answers there, or the browser lets no page ask there";
const CLOSED_TO_PAGES: &str = "somebody answers there, and lets no web page read the answer (no CORS)";
const UNTOLD: &str =
    "the browser does not say why: nobody answers there, or the miner lets no web page ask it (no CORS)";

/// `fetch` of this page or worker.
#[derive(Debug, Clone, Copy, Default)]
pub struct Fetch;

impl Transport for Fetch {
    fn send(&self, request: HttpRequest) -> LocalBoxFuture<'static, Result<HttpResponse, TransportError>> {
        async move {
            let is_get = request.method == Method::Get;
            let running = Running::start(&request, RequestMode::Cors)
                .map_err(text)
                .map_err(TransportError::Forbidden)?;
            match running.response().await {
                Ok(response) => opened(response, running),
                Err(_) if is_get => Err(why(&request.url).await),
                // What was signed is never sent a second time, not even to learn why it failed.
                Err(_) => Err(TransportError::Unreachable(UNTOLD.to_owned())),
            }
        }
        .boxed_local()
    }
}

/// A request that is out. Dropping it closes the connection.
struct Running {
    abort: AbortController,
    promise: Promise,
}

impl Running {
    fn start(request: &HttpRequest, mode: RequestMode) -> Result<Self, JsValue> {
        let abort = AbortController::new()?;
        let init = RequestInit::new();
        init.set_method(&request.method.to_string());
        init.set_mode(mode);
        init.set_credentials(RequestCredentials::Omit);
        init.set_cache(RequestCache::NoStore);
        init.set_redirect(match mode {
            // What cannot be read may only be asked for like this.
            RequestMode::NoCors => RequestRedirect::Follow,
            _ => RequestRedirect::Manual,
        });
        init.set_referrer_policy(ReferrerPolicy::NoReferrer);
        init.set_signal(Some(&abort.signal()));
        let headers = Headers::new()?;
        for (name, value) in &request.headers {
            headers.append(name, value)?;
        }
        init.set_headers(&headers);
        if !request.body.is_empty() {
            init.set_body(&Uint8Array::from(request.body.as_slice()));
        }
        let promise = fetch(&request.url, &init)?;
        Ok(Self { abort, promise })
    }

    async fn response(&self) -> Result<Response, JsValue> {
        JsFuture::from(self.promise.clone()).await?.dyn_into()
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.abort.abort();
    }
}

/// Why an unsigned request failed: an answer that no page may read tells at least that somebody is there.
async fn why(url: &str) -> TransportError {
    let request = HttpRequest {
        method: Method::Get,
        url: url.to_owned(),
        headers: Vec::new(),
        body: Vec::new(),
    };
    // A page that came over https may not even ask, and hears of it here.
    let Ok(running) = Running::start(&request, RequestMode::NoCors) else {
        return TransportError::Unreachable(UNREACHED.to_owned());
    };
    match running.response().await {
        Ok(_) => TransportError::Forbidden(CLOSED_TO_PAGES.to_owned()),
        Err(_) => TransportError::Unreachable(UNREACHED.to_owned()),
    }
}

fn opened(response: Response, running: Running) -> Result<HttpResponse, TransportError> {
    let headers = pairs(&response.headers());
    let status = response.status();
    let body = match response.body() {
        None => stream::empty().boxed_local(),
        Some(body) => {
            let reader = body
                .get_reader()
                .dyn_into()
                .map_err(|_| broken_off("its body cannot be read"))?;
            chunks(reader, running)
        }
    };
    Ok(HttpResponse {
        status,
        headers,
        body,
    })
}

/// The headers that the miner lets a page see.
fn pairs(headers: &Headers) -> Vec<(String, String)> {
    let entries = headers.entries().into_iter().filter_map(Result::ok);
    let pair = |entry: JsValue| {
        let entry = Array::from(&entry);
        Some((entry.get(0).as_string()?, entry.get(1).as_string()?))
    };
    entries.filter_map(pair).collect()
}

fn chunks(
    reader: ReadableStreamDefaultReader,
    running: Running,
) -> LocalBoxStream<'static, Result<Vec<u8>, TransportError>> {
    let reading = stream::unfold(Some((reader, running)), |reading| async {
        let (reader, running) = reading?;
        match JsFuture::from(reader.read()).await {
            Ok(read) => chunk(&read).map(|chunk| (Ok(chunk), Some((reader, running)))),
            Err(error) => Some((Err(broken_off(&text(error))), None)),
        }
    });
    reading.boxed_local()
}

/// A piece of the body; none at its end.
fn chunk(read: &JsValue) -> Option<Vec<u8>> {
    let value = Reflect::get(read, &JsValue::from_str("value")).ok()?;
    Some(value.dyn_into::<Uint8Array>().ok()?.to_vec())
}

fn broken_off(why: &str) -> TransportError {
    TransportError::BrokenOff(why.to_owned())
}

fn text(error: JsValue) -> String {
    let error = error.dyn_into::<js_sys::Error>();
    error.map_or_else(
        |_| "the browser says no more".to_owned(),
        |error| String::from(error.message()),
    )
}
