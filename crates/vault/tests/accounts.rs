//! Accounts as their owner meets them: made, backed up, brought, taken out, limited; and locked when nobody is there.

#![allow(clippy::unwrap_used)]

mod common;

use std::time::Duration;

use common::{
    Device, PASSWORD, alice, bob, coldkey, import, import_request, runtime, secret, transfer,
    transfer_to_bob, unsigned,
};
use futures::executor::block_on;
use taolight_codec::{Metadata, Value, encode_call};
use taolight_primitives::{ErrorCode, Failure, Rao};
use taolight_protocol::vault::{
    AnswerBackup, AutoLock, BackupQuestion, ChangePassword, CreateAccount, Describe, DescribeMinerAuth,
    DetectImport, ExportAccount, ExportFormat, ImportKind, Origin, Policy, PolicyEntry, RevealSecret,
    RevealedSecret, Role, Scheme, SecretBytes, SetPolicy, SetRole, ShownCall, Sign, SignMinerAuth, Summary,
    Warning, WatchAddress,
};
use taolight_vault::{
    Vault,
    strongbox::{VaultStorage, Write},
};

const MINUTE: Duration = Duration::from_secs(60);

fn create(vault: &mut Vault, words: u8) -> Result<taolight_protocol::vault::Account, Failure> {
    block_on(vault.create_account(&CreateAccount {
        label: "Savings".to_owned(),
        words,
    }))
}

fn reveal(vault: &mut Vault, address: taolight_primitives::AccountId) -> String {
    let request = RevealSecret {
        address,
        password: secret(PASSWORD),
    };
    match block_on(vault.reveal(&request)).unwrap() {
        RevealedSecret::Mnemonic { words } => words.expose().to_owned(),
        RevealedSecret::Uri { text } => text.expose().to_owned(),
        RevealedSecret::FileOnly => panic!("there is a text"),
    }
}

fn detect(vault: &mut Vault, content: &[u8]) -> Result<taolight_protocol::vault::DetectedImport, Failure> {
    let content = SecretBytes::new(content.to_vec());
    vault.detect_import(&DetectImport { content })
}

fn code<T>(outcome: Result<T, Failure>) -> ErrorCode {
    outcome.err().unwrap().code
}

#[test]
fn an_account_is_made_and_backed_up_by_three_of_its_words() {
    let device = Device::default();
    let mut vault = device.tab();
    assert_eq!(code(create(&mut vault, 12)), ErrorCode::VaultEmpty);
    let mut vault = device.made();
    assert_eq!(code(create(&mut vault, 13)), ErrorCode::MnemonicLength);
    for count in [12, 15, 18, 21, 24] {
        let account = create(&mut vault, count).unwrap();
        assert_eq!((account.origin, account.backed_up), (Origin::Created, false));
        assert_eq!(account.scheme, Some(Scheme::Sr25519));
        let words = reveal(&mut vault, account.address);
        assert_eq!(words.split(' ').count(), usize::from(count));

        let address = account.address;
        let BackupQuestion { positions } = block_on(vault.ask_backup(&address)).unwrap();
        let right: Vec<&str> = positions
            .iter()
            .map(|position| words.split(' ').nth(usize::from(*position) - 1).unwrap())
            .collect();
        let mut answer = |words: &[&str]| {
            let words = words.iter().map(|word| secret(word)).collect();
            block_on(vault.answer_backup(&AnswerBackup { address, words }))
        };
        let wrong = answer(&[right[0], "nonsense", right[2]]).unwrap_err();
        assert_eq!(wrong.code, ErrorCode::BackupMismatch);
        assert_eq!(wrong.data, Some(positions[1].to_string()));
        assert_eq!(code(answer(&right[..2])), ErrorCode::BackupMismatch);
        assert!(answer(&right).unwrap().backed_up);
        // A question is good for one right answer.
        assert_eq!(code(answer(&right)), ErrorCode::BackupMismatch);
        // What was written down brings the same account back.
        let mut other = Device::default().made();
        assert_eq!(
            import(&mut other, &words, "", coldkey()).unwrap().address,
            address
        );
    }
}

#[test]
fn secrets_are_revealed_for_the_password_only() {
    let mut vault = Device::default().made();
    let address = create(&mut vault, 12).unwrap().address;
    let wrong = RevealSecret {
        address,
        password: secret("not the password"),
    };
    assert_eq!(code(block_on(vault.reveal(&wrong))), ErrorCode::WrongPassword);
    let export = ExportAccount {
        address,
        password: secret("not the password"),
        format: ExportFormat::BtcliPlain,
    };
    assert_eq!(code(block_on(vault.export(&export))), ErrorCode::WrongPassword);
    block_on(vault.lock()).unwrap();
    assert_eq!(code(block_on(vault.ask_backup(&address))), ErrorCode::VaultLocked);
}

#[test]
fn what_is_taken_out_can_be_brought_back() {
    let mut vault = Device::default().made();
    let account = create(&mut vault, 12).unwrap();
    let formats = [
        (ExportFormat::BtcliPlain, ImportKind::BtcliSecret, true),
        (ExportFormat::BtcliPublic, ImportKind::BtcliPublic, false),
        (
            ExportFormat::PolkadotJs {
                file_password: secret("file password"),
            },
            ImportKind::PolkadotJs,
            true,
        ),
    ];
    for (format, kind, holds_secret) in formats {
        let request = ExportAccount {
            address: account.address,
            password: secret(PASSWORD),
            format,
        };
        let exported = block_on(vault.export(&request)).unwrap();
        assert!(!exported.name.contains('/'), "{}", exported.name);
        let mut other = Device::default().made();
        let detected = detect(&mut other, exported.content.expose()).unwrap();
        assert_eq!((detected.kind, detected.holds_secret), (kind, holds_secret));
        let mut request = import_request(detected.import, "Back", coldkey());
        if detected.needs_password {
            request.password = Some(secret("wrong"));
            assert_eq!(code(block_on(other.import(&request))), ErrorCode::WrongPassword);
            // What has failed waits on.
            request.password = Some(secret("file password"));
        }
        let outcome = block_on(other.import(&request)).unwrap();
        assert_eq!(outcome.added[0].address, account.address);
        assert_eq!(outcome.added[0].can_sign(), holds_secret);
        assert_eq!(code(block_on(other.import(&request))), ErrorCode::ImportGone);
    }
    let accounts = block_on(vault.accounts()).unwrap().accounts;
    assert!(accounts[0].backed_up, "a key file is a backup");
}

/// Takes 512 MiB and some seconds, three times.
#[test]
fn an_encrypted_btcli_file_comes_back_for_its_password_only() {
    let mut vault = Device::default().made();
    let account = create(&mut vault, 24).unwrap();
    let request = ExportAccount {
        address: account.address,
        password: secret(PASSWORD),
        format: ExportFormat::BtcliNacl {
            file_password: secret("file password"),
        },
    };
    let exported = block_on(vault.export(&request)).unwrap();
    let content = exported.content.expose();
    assert_eq!(exported.name, "Savings", "btcli's key files have no ending");
    assert!(content.starts_with(b"$NACL"));
    let words = reveal(&mut vault, account.address);
    let holds = |text: &str| content.windows(text.len()).any(|part| part == text.as_bytes());
    assert!(!holds(words.split_once(' ').unwrap().0) && !holds("secretPhrase"));

    let mut other = Device::default().made();
    let detected = detect(&mut other, content).unwrap();
    assert_eq!(detected.kind, ImportKind::BtcliNacl);
    assert_eq!((detected.needs_password, detected.holds_secret), (true, true));
    assert_eq!(detected.memory_bytes, 512 << 20);
    assert_eq!(detected.accounts, [], "whose it is is encrypted too");
    let mut request = import_request(detected.import, "Back", coldkey());
    request.password = Some(secret("wrong"));
    assert_eq!(code(block_on(other.import(&request))), ErrorCode::WrongPassword);
    request.password = Some(secret("file password"));
    let added = block_on(other.import(&request)).unwrap().added;
    assert_eq!(added[0].address, account.address);
    // btcli's files hold the mnemonic, so it can be written down there too.
    assert_eq!(reveal(&mut other, account.address), words);
}

#[test]
fn imports_wait_for_what_they_need_and_not_for_ever() {
    let device = Device::default();
    let mut vault = device.made();
    let expanded = detect(&mut vault, "ab".repeat(64).as_bytes()).unwrap();
    assert!(expanded.needs_address);
    let mut request = import_request(expanded.import, "A", coldkey());
    assert_eq!(code(block_on(vault.import(&request))), ErrorCode::AddressNeeded);
    request.address = Some(alice());
    assert_eq!(code(block_on(vault.import(&request))), ErrorCode::AddressMismatch);
    device.wait(10 * MINUTE);
    assert_eq!(code(block_on(vault.import(&request))), ErrorCode::ImportGone);

    import(&mut vault, "//Alice", "Alice", coldkey()).unwrap();
    assert_eq!(
        code(import(&mut vault, "//Alice", "Again", coldkey())),
        ErrorCode::AccountExists
    );
    assert_eq!(
        code(import(&mut vault, "//Bob", "Bob", Role::WatchOnly)),
        ErrorCode::TypeMismatch
    );
    // The same words by the other scheme are another account.
    let detected = detect(&mut vault, b"//Alice").unwrap();
    assert!(detected.chooses_scheme);
    let mut request = import_request(detected.import, "Edwards", coldkey());
    request.scheme = Some(Scheme::Ed25519);
    let added = block_on(vault.import(&request)).unwrap().added;
    assert_eq!(
        added[0].address.to_string(),
        "5FA9nQDVg267DEd8m1ZypXLBnvN7SFxYwV7ndqSYGiN9TTpu"
    );
    block_on(vault.lock()).unwrap();
    assert_eq!(
        code(import(&mut vault, "//Bob", "Bob", coldkey())),
        ErrorCode::VaultLocked
    );
}

#[test]
fn watched_accounts_need_no_password_and_sign_nothing() {
    let device = Device::default();
    let mut vault = device.tab();
    let watch = WatchAddress {
        address: bob(),
        label: "Bob".to_owned(),
    };
    let watched = block_on(vault.watch(&watch)).unwrap();
    assert_eq!((watched.role, watched.scheme), (Role::WatchOnly, None));
    let metadata = Metadata::decode(&common::metadata()).unwrap();
    let mut request = Describe {
        unsigned: transfer_to_bob(&metadata, true),
        intent: None,
        origin: None,
    };
    request.unsigned.account = bob();
    assert_eq!(code(block_on(vault.describe(&request))), ErrorCode::NoSecret);
    // Its secret makes it an account that signs.
    block_on(vault.create(&secret(PASSWORD))).unwrap();
    assert!(import(&mut vault, "//Bob", "Bob", coldkey()).unwrap().can_sign());
    assert_eq!(block_on(vault.accounts()).unwrap().accounts.len(), 1);
}

struct Wallet {
    device: Device,
    vault: Vault,
    metadata: Metadata,
}

impl Wallet {
    fn new(role: Role) -> Self {
        let device = Device::default();
        let mut vault = device.made();
        import(&mut vault, "//Alice", "Alice", role).unwrap();
        let bytes = common::metadata();
        let metadata = Metadata::decode(&bytes).unwrap();
        vault.add_metadata(runtime(bytes)).unwrap();
        Self {
            device,
            vault,
            metadata,
        }
    }

    fn describe(&mut self, call: Vec<u8>, origin: Option<&str>) -> Result<Summary, Failure> {
        let mut unsigned = unsigned(&self.metadata, call);
        unsigned.tip = Rao::ZERO;
        block_on(self.vault.describe(&Describe {
            unsigned,
            intent: None,
            origin: origin.map(str::to_owned),
        }))
    }

    fn transfer(&mut self, amount: u64, origin: Option<&str>) -> Result<Summary, Failure> {
        let call = transfer(&self.metadata, bob(), Rao(amount), true);
        self.describe(call, origin)
    }

    fn sign(&mut self, summary: &Summary) -> Result<(), Failure> {
        let request = Sign {
            approval: summary.approval.clone(),
            payload_hash: summary.payload_hash,
        };
        block_on(self.vault.sign(&request)).map(drop)
    }

    fn limit(&mut self, origin: Option<&str>, policy: Policy) -> Result<(), Failure> {
        let entry = PolicyEntry {
            account: alice(),
            origin: origin.map(str::to_owned),
            policy,
        };
        block_on(self.vault.set_policy(&SetPolicy {
            password: secret(PASSWORD),
            entry,
        }))
    }
}

fn rule<T>(outcome: Result<T, Failure>) -> String {
    let failure = outcome.err().unwrap();
    assert_eq!(failure.code, ErrorCode::PolicyViolation);
    failure.data.unwrap()
}

#[test]
fn limits_hold_for_what_is_shown_and_for_what_is_signed() {
    let mut wallet = Wallet::new(coldkey());
    let policy = Policy {
        per_transaction: Some(Rao(100)),
        per_day: Some(Rao(150)),
        ..Policy::default()
    };
    wallet.limit(None, policy).unwrap();
    assert_eq!(rule(wallet.transfer(101, None)), "per_transaction");
    let first = wallet.transfer(100, None).unwrap();
    let second = wallet.transfer(100, None).unwrap();
    wallet.sign(&first).unwrap();
    // It was described within the limit of the day, and is not within it any more.
    assert_eq!(rule(wallet.sign(&second)), "per_day");
    assert_eq!(rule(wallet.transfer(51, None)), "per_day");
    let rest = wallet.transfer(50, None).unwrap();
    assert_eq!(rest.warnings, [], "Bob is known now");
    wallet.sign(&rest).unwrap();

    // Neither a reload nor another password forgets what was moved.
    let change = ChangePassword {
        old: secret(PASSWORD),
        new: secret("another password"),
        leave: Vec::new(),
    };
    block_on(wallet.vault.change_password(&change)).unwrap();
    let mut again = wallet.device.tab();
    block_on(again.unlock(&secret("another password"))).unwrap();
    again.add_metadata(runtime(common::metadata())).unwrap();
    wallet.vault = again;
    assert_eq!(rule(wallet.transfer(1, None)), "per_day");
    wallet.device.wait(25 * 60 * MINUTE);
    block_on(wallet.vault.unlock(&secret("another password"))).unwrap();
    wallet.transfer(100, None).unwrap();
}

#[test]
fn a_websites_limits_are_its_own() {
    let mut wallet = Wallet::new(coldkey());
    let site = Some("https://example.com");
    let only_remarks = Policy {
        calls: Some(vec!["System.remark".to_owned()]),
        ..Policy::default()
    };
    wallet.limit(site, only_remarks).unwrap();
    assert_eq!(rule(wallet.transfer(1, site)), "calls");
    wallet.transfer(1, None).unwrap();
    wallet.transfer(1, Some("https://other.example")).unwrap();
    let wrong = PolicyEntry {
        account: alice(),
        origin: site.map(str::to_owned),
        policy: Policy::default(),
    };
    let refused = SetPolicy {
        password: secret("not the password"),
        entry: wrong,
    };
    assert_eq!(
        code(block_on(wallet.vault.set_policy(&refused))),
        ErrorCode::WrongPassword
    );
    assert_eq!(block_on(wallet.vault.policies()).unwrap().len(), 1);
    // No limits are no entry.
    wallet.limit(site, Policy::default()).unwrap();
    assert_eq!(block_on(wallet.vault.policies()).unwrap(), []);
    wallet.transfer(1, site).unwrap();
}

#[test]
fn a_hotkey_moves_no_funds_whatever_storage_says() {
    let mut wallet = Wallet::new(Role::Hotkey);
    assert_eq!(rule(wallet.transfer(1, None)), "hotkey");
    let inside = transfer(&wallet.metadata, bob(), Rao(1), true);
    let calls = Value::List(vec![Value::Encoded(inside)]);
    let batch = encode_call(&wallet.metadata, "Utility", "batch_all", &[("calls", calls)]).unwrap();
    assert_eq!(rule(wallet.describe(batch, None)), "hotkey");

    // Whoever rewrites its use in storage makes its secret useless.
    let records = block_on(wallet.device.storage.read()).unwrap();
    let name = format!("account/{}", alice());
    let forged = String::from_utf8(records.values[&name].clone())
        .unwrap()
        .replace(r#"{"is":"hotkey"}"#, r#"{"is":"coldkey","hotkeys":[]}"#);
    let put = |bytes: Vec<u8>| vec![Write::Put(name.clone(), bytes)];
    let revision = block_on(wallet.device.storage.commit(records.revision, put(forged.into()))).unwrap();
    let summary = wallet.transfer(1, None).unwrap();
    assert_eq!(code(wallet.sign(&summary)), ErrorCode::DamagedAccount);
    let honest = put(records.values[&name].clone());
    block_on(wallet.device.storage.commit(revision, honest)).unwrap();
    assert_eq!(rule(wallet.transfer(1, None)), "hotkey");

    let to_coldkey = SetRole {
        address: alice(),
        role: coldkey(),
    };
    block_on(wallet.vault.set_role(to_coldkey)).unwrap();
    wallet.transfer(1, None).unwrap();
}

#[test]
fn a_call_that_cannot_be_shown_is_signed_blindly_or_not_at_all() {
    let mut wallet = Wallet::new(coldkey());
    let mut deep = transfer(&wallet.metadata, bob(), Rao(1), true);
    for _ in 0..9 {
        let calls = Value::List(vec![Value::Encoded(deep)]);
        deep = encode_call(&wallet.metadata, "Utility", "batch", &[("calls", calls)]).unwrap();
    }
    let summary = wallet.describe(deep.clone(), None).unwrap();
    assert!(matches!(&summary.call, ShownCall::Raw { bytes, .. } if bytes.0 == deep));
    assert!(summary.warnings.contains(&Warning::Blind));
    let policy = Policy {
        per_transaction: Some(Rao(1)),
        ..Policy::default()
    };
    wallet.limit(None, policy).unwrap();
    assert_eq!(rule(wallet.describe(deep, None)), "undecodable");
    // Bytes that are not exactly one call could be taken for another one with what follows them.
    assert_eq!(
        code(wallet.describe(vec![255, 255, 1], None)),
        ErrorCode::TypeMismatch
    );
}

#[test]
fn requests_to_miners_are_signed_once_they_are_understood() {
    let mut wallet = Wallet::new(Role::Hotkey);
    let hash = "a7ffc6f8bf1ed76651c14756a061d662f580ff4de43b49fa82d80a4b80f8434a";
    let text = |seconds: u64| {
        let (alice, bob) = (alice(), bob());
        format!("{seconds}000000000.{alice}.{bob}.6ba7b810-9dad-11d1-80b4-00c04fd430c8.{hash}")
    };
    let request = |message: &[u8]| DescribeMinerAuth {
        account: alice(),
        messages: vec![message.to_vec().into()],
        origin: None,
    };
    let (described, signed) = (text(1000), text(1030));
    wallet.device.wait(Duration::from_secs(1030));
    let mut sign = |message: &str| {
        let summary = block_on(wallet.vault.describe_miner_auth(&request(described.as_bytes()))).unwrap();
        let sign = SignMinerAuth {
            approval: summary.approval,
            payload_hash: summary.payload_hash,
            messages: vec![message.as_bytes().to_vec().into()],
        };
        let signed = block_on(wallet.vault.sign_miner_auth(&sign));
        // Good or bad, the approval is used up.
        assert_eq!(
            code(block_on(wallet.vault.sign_miner_auth(&sign))),
            ErrorCode::NotApproved
        );
        signed
    };
    let signatures = sign(&signed).unwrap().signatures;
    let signature = signatures[0].0.clone().try_into().unwrap();
    assert!(taolight_keys::verify(&alice(), signed.as_bytes(), &signature));
    assert_eq!(code(sign(&text(1061))), ErrorCode::InvalidMinerMessage);
    assert_eq!(
        code(sign(&signed.replace("a7ff", "a8ff"))),
        ErrorCode::NotApproved
    );
    for other in [b"anything".as_slice(), &[4, 0, 1, 2], b""] {
        assert_eq!(
            code(block_on(wallet.vault.describe_miner_auth(&request(other)))),
            ErrorCode::InvalidMinerMessage
        );
    }
}

#[test]
fn an_unlocked_vault_locks_itself() {
    let device = Device::default();
    let mut vault = device.made();
    let address = create(&mut vault, 12).unwrap().address;
    device.wait(14 * MINUTE);
    vault.touch();
    device.wait(14 * MINUTE);
    block_on(vault.tick()).unwrap();
    block_on(vault.ask_backup(&address)).unwrap();
    device.wait(MINUTE);
    block_on(vault.tick()).unwrap();
    assert_eq!(code(block_on(vault.ask_backup(&address))), ErrorCode::VaultLocked);

    block_on(vault.unlock(&secret(PASSWORD))).unwrap();
    for minutes in [0, 61] {
        let refused = block_on(vault.set_auto_lock(AutoLock::After(minutes)));
        assert_eq!(code(refused), ErrorCode::TypeMismatch);
    }
    block_on(vault.set_auto_lock(AutoLock::OnClose)).unwrap();
    device.wait(600 * MINUTE);
    block_on(vault.tick()).unwrap();
    block_on(vault.ask_backup(&address)).unwrap();
    // The setting outlives the process.
    let mut again = device.tab();
    block_on(again.unlock(&secret(PASSWORD))).unwrap();
    device.wait(600 * MINUTE);
    block_on(again.tick()).unwrap();
    block_on(again.ask_backup(&address)).unwrap();
}
