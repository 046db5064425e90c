//! A server for the built site, for this machine only.

use std::{
    fs,
    io::{BufRead, BufReader, ErrorKind, Read, Write},
    net::{Ipv4Addr, TcpListener, TcpStream},
    path::{Component, Path, PathBuf},
    thread,
    time::Duration,
};

use anyhow::{Result, bail};

use crate::fingerprint;

/// What is served, and where from.
pub struct Site {
    /// The built site.
    pub folder: PathBuf,
    /// The file served as `/networks/local.json`, if a local network runs.
    pub local_network: Option<PathBuf>,
}

/// Takes a port of the loopback address.
pub fn listen(port: u16) -> Result<TcpListener> {
    match TcpListener::bind((Ipv4Addr::LOCALHOST, port)) {
        Ok(listener) => Ok(listener),
        Err(error) if error.kind() == ErrorKind::AddrInUse => bail!(
            "port {port} is taken by another program: `ss -ltnp 'sport = :{port}'` (or `lsof -i :{port}`) names it. \
             Stop that, or choose another port with --port {}",
            port.wrapping_add(1).max(1024)
        ),
        Err(error) => Err(error.into()),
    }
}

/// Serves the site until the program ends.
pub fn serve(listener: &TcpListener, site: &Site) {
    thread::scope(|scope| {
        for stream in listener.incoming().flatten() {
            scope.spawn(move || {
                // A browser that hangs up early is no failure of ours.
                let _ = answer(&stream, site);
            });
        }
    });
}

fn answer(mut stream: &TcpStream, site: &Site) -> std::io::Result<()> {
    stream.set_read_timeout(Some(Duration::from_secs(10)))?;
    let mut lines = BufReader::new(stream.take(16 * 1024)).lines();
    let first = lines.next().unwrap_or_else(|| Ok(String::new()))?;
    let mut request = Request::new(&first);
    for line in lines {
        let line = line?;
        match line.split_once(':') {
            Some((name, value)) => request.header(name.trim(), value.trim()),
            None => break,
        }
    }
    let (head, body) = respond(&request, site);
    stream.write_all(head.as_bytes())?;
    if request.method == "GET" {
        stream.write_all(&body)?;
    }
    Ok(())
}

#[derive(Default)]
struct Request {
    method: String,
    path: String,
    host: String,
    brotli: bool,
}

impl Request {
    fn new(line: &str) -> Request {
        let mut words = line.split(' ');
        let mut word = || words.next().unwrap_or_default().to_owned();
        Request {
            method: word(),
            path: word(),
            ..Request::default()
        }
    }

    fn header(&mut self, name: &str, value: &str) {
        if name.eq_ignore_ascii_case("host") {
            self.host = value.to_owned();
        } else if name.eq_ignore_ascii_case("accept-encoding") {
            self.brotli = value
                .split(',')
                .any(|coding| coding.split(';').next().unwrap_or_default().trim() == "br");
        }
    }

    /// Names this machine. Any other name could have been pointed at us by a page from elsewhere.
    fn is_for_us(&self) -> bool {
        let name = self
            .host
            .rsplit_once(':')
            .map_or(self.host.as_str(), |(name, _)| name);
        name == "127.0.0.1" || name == "localhost"
    }
}

fn respond(request: &Request, site: &Site) -> (String, Vec<u8>) {
    if request.method != "GET" && request.method != "HEAD" {
        return plain("405 Method Not Allowed", "Allow: GET, HEAD\r\n");
    }
    if !request.is_for_us() {
        return plain("403 Forbidden", "");
    }
    let Some(file) = find(&request.path, site) else {
        return plain("404 Not Found", "");
    };
    let beside = PathBuf::from(format!("{}.br", file.display()));
    let packed = if request.brotli {
        fs::read(beside).ok()
    } else {
        None
    };
    let encoding = if packed.is_some() {
        "Content-Encoding: br\r\n"
    } else {
        ""
    };
    let Some(body) = packed.or_else(|| fs::read(&file).ok()) else {
        return plain("404 Not Found", "");
    };
    let name = file
        .file_name()
        .and_then(|name| name.to_str())
        .unwrap_or_default();
    let keep = if fingerprint::is_fingerprinted(name) {
        "max-age=31536000, immutable"
    } else {
        "no-cache"
    };
    let headers = format!(
        "Content-Type: {}\r\nCache-Control: {keep}\r\n{encoding}",
        content_type(&file)
    );
    (head("200 OK", &headers, body.len()), body)
}

fn plain(status: &str, headers: &str) -> (String, Vec<u8>) {
    let body = format!("{status}\n").into_bytes();
    (
        head(
            status,
            &format!("Content-Type: text/plain\r\nCache-Control: no-cache\r\n{headers}"),
            body.len(),
        ),
        body,
    )
}

fn head(status: &str, headers: &str, length: usize) -> String {
    format!(
        "HTTP/1.1 {status}\r\n{headers}Content-Length: {length}\r\nVary: Accept-Encoding\r\n\
         X-Content-Type-Options: nosniff\r\nConnection: close\r\n\r\n"
    )
}

/// The file that a path asks for, if it is one of the site's.
fn find(path: &str, site: &Site) -> Option<PathBuf> {
    let path = path.split(['?', '#']).next()?;
    if path == "/networks/local.json" {
        return site.local_network.clone();
    }
    let inside = PathBuf::from(decode(path.strip_prefix('/')?)?);
    if !inside
        .components()
        .all(|part| matches!(part, Component::Normal(_)))
    {
        return None;
    }
    let file = site.folder.join(&inside);
    // The app has pages that are no files: it finds out itself what to show.
    let file = if inside.extension().is_none() && !file.is_file() {
        site.folder.join("index.html")
    } else {
        file
    };
    let file = file.canonicalize().ok()?;
    (file.is_file() && file.starts_with(site.folder.canonicalize().ok()?)).then_some(file)
}

/// A path without percent signs; nothing if it is none.
fn decode(path: &str) -> Option<String> {
    let mut bytes = Vec::new();
    let mut rest = path.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(match byte {
            b'%' => {
                let digit = |byte: u8| char::from(byte).to_digit(16);
                let value = digit(rest.next()?)? * 16 + digit(rest.next()?)?;
                u8::try_from(value).ok().filter(|value| *value != 0)?
            }
            byte => byte,
        });
    }
    String::from_utf8(bytes).ok()
}

fn content_type(file: &Path) -> &'static str {
    match file.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("css") => "text/css; charset=utf-8",
        Some("json") => "application/json",
        Some("webmanifest") => "application/manifest+json",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("ico") => "image/x-icon",
        Some("woff2") => "font/woff2",
        Some("txt") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn site(name: &str) -> Site {
        let top = std::env::temp_dir().join(format!("taolight-serve-{name}-{}", std::process::id()));
        let folder = top.join("dist");
        fs::create_dir_all(folder.join("wasm")).unwrap();
        for (file, text) in [
            ("index.html", "page"),
            ("wasm/a b.wasm", "raw"),
            ("wasm/a b.wasm.br", "packed"),
        ] {
            fs::write(folder.join(file), text).unwrap();
        }
        fs::write(top.join("secret.txt"), "secret").unwrap();
        std::os::unix::fs::symlink("../secret.txt", folder.join("link.txt")).unwrap();
        Site {
            folder,
            local_network: None,
        }
    }

    fn get(site: &Site, path: &str, headers: &[(&str, &str)]) -> (String, Vec<u8>) {
        let mut request = Request::new(&format!("GET {path} HTTP/1.1"));
        request.header("Host", "127.0.0.1:8080");
        headers
            .iter()
            .for_each(|(name, value)| request.header(name, value));
        let (head, body) = respond(&request, site);
        (head.replace("\r\n", "\n"), body)
    }

    #[test]
    fn serves_files_and_pages() {
        let site = site("files");
        let (head, body) = get(&site, "/wasm/a%20b.wasm", &[]);
        assert!(
            head.contains("Content-Type: application/wasm\n") && body == b"raw",
            "{head}"
        );
        let (head, body) = get(
            &site,
            "/wasm/a%20b.wasm?x",
            &[("accept-encoding", "gzip, br;q=1")],
        );
        assert!(
            head.contains("Content-Encoding: br\n") && body == b"packed",
            "{head}"
        );
        for page in ["/", "/?network=local", "/subnets/1"] {
            assert_eq!(get(&site, page, &[]).1, b"page");
        }
    }

    #[test]
    fn serves_nothing_else() {
        let site = site("nothing");
        for path in [
            "/../secret.txt",
            "/%2e%2e/secret.txt",
            "//etc/passwd.x",
            "/link.txt",
            "/wasm/../../secret.txt",
            "/x%0",
        ] {
            assert!(get(&site, path, &[]).0.starts_with("HTTP/1.1 404"), "{path}");
        }
        assert!(
            get(&site, "/networks/local.json", &[])
                .0
                .starts_with("HTTP/1.1 404")
        );
        assert!(
            get(&site, "/", &[("Host", "evil.example")])
                .0
                .starts_with("HTTP/1.1 403")
        );
    }
}
