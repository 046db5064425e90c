//! `fetch` as the way to miners, in a real browser: at the server that serves these tests, which is another origin by its
//! other name.
#![cfg(target_arch = "wasm32")]
// Clippy knows tests by #[test]; this harness has its own attribute.
#![allow(clippy::unwrap_used)]

use futures::StreamExt;
use js_sys::Reflect;
use taolight_browser::Fetch;
use taolight_dendrite::{HttpRequest, HttpResponse, Method, Transport, TransportError};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_dedicated_worker);

fn origin() -> String {
    let location = Reflect::get(&js_sys::global(), &"location".into()).unwrap();
    Reflect::get(&location, &"origin".into())
        .unwrap()
        .as_string()
        .unwrap()
}

/// The same server by its other name.
fn elsewhere() -> String {
    let origin = origin();
    match origin.contains("127.0.0.1") {
        true => origin.replace("127.0.0.1", "localhost"),
        false => origin.replace("localhost", "127.0.0.1"),
    }
}

async fn ask(method: Method, url: String) -> Result<HttpResponse, TransportError> {
    let body = match method {
        Method::Get => Vec::new(),
        Method::Post => b"{}".to_vec(),
    };
    let headers = vec![("name".to_owned(), "Echo".to_owned())];
    let request = HttpRequest {
        method,
        url,
        headers,
        body,
    };
    Fetch.send(request).await
}

fn why(answer: Result<HttpResponse, TransportError>) -> TransportError {
    answer.err().unwrap()
}

#[wasm_bindgen_test]
async fn an_answer_is_read_with_its_headers() {
    let mut answer = ask(Method::Get, format!("{}/", origin())).await.unwrap();
    assert_eq!(answer.status, 200);
    let is_type = |(name, _): &(String, String)| name == "content-type";
    assert!(answer.headers.iter().any(is_type));
    let mut length = 0;
    while let Some(chunk) = answer.body.next().await {
        length += chunk.unwrap().len();
    }
    assert!(length > 0);
}

#[wasm_bindgen_test]
async fn nobody_there_is_told() {
    for method in [Method::Get, Method::Post] {
        let nobody = why(ask(method, "http://127.0.0.1:9/".to_owned()).await);
        assert!(matches!(nobody, TransportError::Unreachable(_)), "{nobody}");
    }
}

#[wasm_bindgen_test]
async fn what_no_page_may_read_is_told_apart() {
    let closed = why(ask(Method::Get, format!("{}/", elsewhere())).await);
    assert!(matches!(closed, TransportError::Forbidden(_)), "{closed}");
    // What may be signed is not sent again to find out.
    let signed = why(ask(Method::Post, format!("{}/", elsewhere())).await);
    assert!(matches!(signed, TransportError::Unreachable(_)), "{signed}");
}
